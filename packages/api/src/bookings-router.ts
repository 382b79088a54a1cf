import { router } from './trpc.ts';

export const bookingsRouter = router({});
