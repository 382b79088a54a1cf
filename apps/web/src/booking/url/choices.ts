import { type CivilDate, isCivilDate } from '../../time/civil/civil-date.ts';

export const STEPS = ['service', 'artist', 'time', 'details', 'review', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** What has been chosen so far: it lives in the address, so that Back, a reload and a link all keep it. */
export interface Choices {
  readonly service: string | null;
  /** A slug, or `any`. */
  readonly artist: string | null;
  /** In the zone that times are shown in. */
  readonly date: CivilDate | null;
  readonly time: Date | null;
  /** How far somebody wants to be; how far they can be depends on the rest. */
  readonly step: 'details' | 'review' | 'done' | null;
  readonly zone: 'studio' | 'mine';
}

export function readChoices(search: string): Choices {
  const parameters = new URLSearchParams(search);
  const date = parameters.get('date');
  return {
    service: parameters.get('service') || null,
    artist: parameters.get('artist') || null,
    date: date && isCivilDate(date) ? date : null,
    time: readTime(parameters.get('time')),
    step: readStep(parameters.get('step')),
    zone: parameters.get('zone') === 'mine' ? 'mine' : 'studio',
  };
}

/** The same address with other choices; everything else in it stays. */
export function writeChoices(search: string, patch: Partial<Choices>): string {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(patch)) {
    const text = value instanceof Date ? writeTime(value) : value;
    if (!text || text === 'studio') parameters.delete(name);
    else parameters.set(name, text);
  }
  const text = parameters.toString().replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

function readStep(text: string | null): Choices['step'] {
  return text === 'details' || text === 'review' || text === 'done' ? text : null;
}

/** Whole minutes in UTC: `2026-11-24T09:00Z`. */
function writeTime(time: Date): string {
  return `${time.toISOString().slice(0, 16)}Z`;
}

function readTime(text: string | null): Date | null {
  if (!text || !/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(text)) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time;
}
