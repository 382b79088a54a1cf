import { router } from './trpc.ts';

export const bookingRouter = router({});
