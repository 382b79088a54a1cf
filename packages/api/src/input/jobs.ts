import { z } from 'zod';

export const jobTroubleInput = z.object({ job: z.string().min(1).max(50), item: z.uuid() });
