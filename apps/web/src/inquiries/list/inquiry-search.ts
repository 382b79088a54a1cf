import { z } from 'zod';
import { TURNS } from './turn-of.ts';

export const inquirySearch = z.object({ turn: z.enum(TURNS).optional().catch(undefined) });
