import { z } from 'zod';

export const deadLetterInput = z.object({ id: z.uuid() });
