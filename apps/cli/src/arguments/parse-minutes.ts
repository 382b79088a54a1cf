import { InvalidArgumentError } from 'commander';
import { parseDuration } from './parse-time.ts';

/** `2h`, `1h30m` -> minutes. */
export function parseMinutes(duration: string): number {
  const seconds = parseDuration(duration);
  if (seconds % 60 !== 0) throw new InvalidArgumentError('Whole minutes.');
  return seconds / 60;
}

/** `90d` -> days. */
export function parseDays(duration: string): number {
  const seconds = parseDuration(duration);
  if (seconds % 86_400 !== 0) throw new InvalidArgumentError('Whole days, such as 90d.');
  return seconds / 86_400;
}

export function parseWhole(count: string): number {
  if (/^\d{1,6}$/.test(count)) return Number(count);
  throw new InvalidArgumentError('A whole number.');
}
