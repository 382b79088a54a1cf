import { CommandFailure } from '../../output.ts';

/** What is no id is the id of nothing. */
export function accountId(text: string): string {
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
  if (isId) return text;
  const hint = '“calendars --json” tells the connectionId of each calendar.';
  throw new CommandFailure({ kind: 'not-found', message: 'There is no such connection.', hint });
}
