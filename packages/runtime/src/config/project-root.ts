import { fileURLToPath } from 'node:url';

/** Where the project lies: a relative ATELIER_HOME begins here, wherever a command is typed. */
export const projectRoot = fileURLToPath(new URL('../../../../', import.meta.url));
