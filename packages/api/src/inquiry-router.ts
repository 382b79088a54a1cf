import { router } from './trpc.ts';

export const inquiryRouter = router({});
