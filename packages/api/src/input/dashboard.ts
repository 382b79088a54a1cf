import { z } from 'zod';

const ids = z.array(z.string().regex(/^[a-z-]{1,40}$/)).max(40);

export const arrangementInput = z.object({ order: ids, hidden: ids });
