import { fileURLToPath } from 'node:url';

/** Where processes are started, as an operator starts them. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
