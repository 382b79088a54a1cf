import { statement } from '../statement.ts';

export const waitForTurn = statement({
  text: 'SELECT pg_advisory_xact_lock($room, hashtext($key)) AS turn',
  params: { room: 'int4', key: 'text' },
  row: { turn: 'void' },
});
