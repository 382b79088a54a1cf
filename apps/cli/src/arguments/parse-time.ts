import { inRange } from '@atelier/calendar/time/instant-range';
import { InvalidArgumentError } from 'commander';

/** `2026-03-29T10:00+02:00`, or a local time or date read in `zone`. */
export function parseTime(text: string, zone: string | undefined): Date {
  const time = readTime(text, zone);
  if (inRange(time)) return time;
  throw new InvalidArgumentError(`“${text}” is too far away: times lie between 1900 and 2200.`);
}

function readTime(text: string, zone: string | undefined): Date {
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return localTime(text, zone);
  }
}

function localTime(text: string, zone: string | undefined): Date {
  if (zone === undefined) {
    throw new InvalidArgumentError(`“${text}” needs an offset such as 2026-03-29T10:00+02:00, or --zone.`);
  }
  try {
    const local = Temporal.PlainDateTime.from(text);
    return new Date(local.toZonedDateTime(zone).epochMilliseconds);
  } catch {
    throw new InvalidArgumentError(`“${text}” is not a time, or “${zone}” is not a zone.`);
  }
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `5m`, `1h30m`, `90d` -> seconds. */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+)([smhd])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
    throw new InvalidArgumentError('A duration looks like 5m or 1h30m.');
  }
  return parts.reduce((total, [, count, unit]) => total + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
}

/** `true` or `false`, spelt out. */
export function parseBoolean(text: string): boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  throw new InvalidArgumentError('Say true or false.');
}
