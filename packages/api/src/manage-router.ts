import { router } from './trpc.ts';

export const manageRouter = router({});
