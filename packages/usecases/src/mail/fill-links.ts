import { foldLine } from '@atelier/calendar/edit/text/fold-line';
import type { SecretBox } from '../context.ts';

interface SealedMail {
  readonly id: string;
  readonly body: string;
  readonly calendar?: string | null;
  readonly links: string | null;
}

/**
 * The text of a mail with its links in their places. Throws when they were sealed with a secret that is not there any
 * more: half a mail is not to be sent.
 */
export function fillLinks(secrets: SecretBox, mail: SealedMail): string {
  const urls = linksOf(secrets, mail);
  return mail.body.replaceAll(/^\{(\w+)\}$/gm, (line, name: string) => urls[name] ?? line);
}

/** The calendar file that goes along, with the same links in it. */
export function fillCalendar(secrets: SecretBox, mail: SealedMail): string | null {
  const { calendar = null } = mail;
  if (calendar === null || mail.links === null) return calendar;
  const urls = linksOf(secrets, mail);
  return calendar
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => foldLine(LINKED.test(line) ? filled(line, urls) : line, '\r\n'))
    .join('');
}

/** Nobody's words stand in these. */
const LINKED = /^(URL|DESCRIPTION):/;

function filled(line: string, urls: Readonly<Record<string, string>>): string {
  return line.replaceAll(/\{(\w+)\}/g, (place, name: string) => urls[name] ?? place);
}

function linksOf(secrets: SecretBox, { id, links }: SealedMail): Readonly<Record<string, string>> {
  return links === null ? {} : (JSON.parse(secrets.open(links, id)) as Record<string, string>);
}
