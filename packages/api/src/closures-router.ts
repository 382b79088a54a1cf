import { router } from './trpc.ts';

export const closuresRouter = router({});
