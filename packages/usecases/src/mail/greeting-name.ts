import { oneLine } from './one-line.ts';

/**
 * The name that a mail to a client begins with. Anybody can type any address into the form, so a name that looks like
 * an advertisement or a link is left out: nobody is to send their words to strangers through the studio.
 */
export function greetingName(name: string): string {
  const line = oneLine(name, LONGEST);
  return /[/\\@:<>{}]|\p{L}\.\p{L}{2,}|www|\d{5,}/iu.test(line) ? '' : line;
}

const LONGEST = 60;
