import type { Exchange } from './exchange.ts';

/**
 * What is stored of a PUT by a server that brings guests' answers to organizers (RFC 6638 3.2.2): it tells each one once,
 * unless the client asks it not to, and writes down what came of it.
 */
export function scheduled({ effect, request, user }: Exchange, sent: string, before: string | null): string {
  const schedules = effect('auto-schedule');
  if (!schedules || request.headers['schedule-reply'] === 'F') return sent;
  const text = unfolded(sent);
  const guest = `${user.name}@sandbox.example`;
  const answer = answerIn(text, guest);
  if (answer === null || answer === 'NEEDS-ACTION' || answer === answerIn(unfolded(before ?? ''), guest))
    return sent;
  if (!/^ORGANIZER/m.test(text) || /^ORGANIZER.*SCHEDULE-AGENT=CLIENT/m.test(text)) return sent;
  const delivered = schedules.tell(`${/^UID:(.*)$/m.exec(text)?.[1]?.trim()} ${answer}`);
  return text.replace(/^ORGANIZER/m, `ORGANIZER;SCHEDULE-STATUS="${delivered ? '1.2' : '5.1'}"`);
}

function answerIn(text: string, guest: string): string | null {
  const line = text
    .split(/\r?\n/)
    .find((one) => one.startsWith('ATTENDEE') && one.endsWith(`:mailto:${guest}`));
  return line === undefined ? null : (/PARTSTAT=([\w-]+)/.exec(line)?.[1] ?? 'NEEDS-ACTION');
}

function unfolded(text: string): string {
  return text.replaceAll(/\r?\n[ \t]/g, '');
}
