import { text } from 'node:stream/consumers';
import { CommandFailure } from './output.ts';

/** @param example what it looks like, for whoever sent something else. */
export async function jsonFromStdin(example: string): Promise<unknown> {
  try {
    return JSON.parse(await text(process.stdin));
  } catch {
    throw new CommandFailure({
      kind: 'invalid',
      message: 'Stdin is not JSON.',
      hint: `It looks like ${example}.`,
    });
  }
}
