import { router } from './trpc.ts';

export const artistsRouter = router({});
