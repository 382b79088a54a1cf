import { CommandFailure } from '../../output.ts';

/** What is no id is the id of nothing. */
export function anyId(text: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  const hint = '“mail accounts --json” and “mail list --json” tell ids.';
  throw new CommandFailure({ kind: 'not-found', message: `“${text}” is not an id of anything here.`, hint });
}
