import { statement } from '../statement.ts';

export const waitForStudio = statement({
  text: `SELECT pg_advisory_xact_lock(hashtext('atelier studio')) AS turn`,
  params: {},
  row: { turn: 'void' },
});
