import { router } from './trpc.ts';

export const chairsRouter = router({});
