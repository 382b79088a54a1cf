import { Temporal } from 'temporal-polyfill';
import type { EventDetail, EventFields, EventPatch, EventTime, SaidTimes } from '../../../api/answers.ts';
import type { Placing } from '../../edit/event-edits.ts';
import { saidAs, textOf, wallOf, type Zones } from '../../edit/said-times.ts';
import { ruleInZone } from '../read-rule.ts';

/** What somebody types of an event. */
export interface EventDraft {
  readonly title: string;
  readonly calendarId: string;
  readonly allDay: boolean;
  /** `YYYY-MM-DD`; the last day of an all-day event is its own. */
  readonly startDate: string;
  readonly endDate: string;
  /** Minutes since midnight; of no account for whole days. */
  readonly startTime: number;
  readonly endTime: number;
  /** IANA name; null where the clock counts wherever one is. */
  readonly zone: string | null;
  readonly rrule: string | null;
  readonly place: string;
  readonly notes: string;
  readonly busy: boolean;
  readonly private: boolean;
  /** Minutes before the start. */
  readonly alarms: readonly number[];
}

export const NOON = 12 * 60;
const HOUR = 60;

/** A new event at that place. @param zone of its times, an IANA name */
export function newDraft(
  at: Placing,
  { calendarId, zone }: { readonly calendarId: string; readonly zone: string },
): EventDraft {
  const said = saidAs(at, { local: '', zone }, { shown: zone, calendar: zone });
  return {
    ...timesIn(said, zone),
    title: '',
    calendarId,
    rrule: null,
    place: '',
    notes: '',
    // A day off, a fair, a birthday: what is noted of a whole day seldom takes its hours.
    busy: !at.allDay,
    private: false,
    alarms: [],
  };
}

/** An event as it is; null where it cannot be changed. */
export function draftOf({ event, form, calendarId, rrule }: EventDetail, zones: Zones): EventDraft | null {
  if (!event || !form) return null;
  const times = timesIn(onShownClock(form, zones), zones.shown);
  return {
    ...times,
    title: event.summary,
    calendarId,
    rrule: rrule && ruleInZone(rrule, times.zone ?? zones.calendar),
    place: event.location ?? '',
    notes: event.description ?? '',
    busy: !event.transparent,
    private: event.classification !== 'public',
    alarms: form.alarms.minutes,
  };
}

type Times = Pick<EventDraft, 'allDay' | 'startDate' | 'endDate' | 'startTime' | 'endTime' | 'zone'>;

/** @param zone for the times that whole days may be given */
function timesIn({ start, end }: SaidTimes, zone: string): Times {
  if ('date' in start) {
    const endDate = wallOf(end).toPlainDate().subtract({ days: 1 }).toString();
    return { allDay: true, startDate: start.date, endDate, startTime: NOON, endTime: NOON + HOUR, zone };
  }
  const [from, to] = [wallOf(start), wallOf(end)];
  return {
    allDay: false,
    startDate: from.toPlainDate().toString(),
    endDate: to.toPlainDate().toString(),
    startTime: from.hour * HOUR + from.minute,
    endTime: to.hour * HOUR + to.minute,
    zone: start.zone,
  };
}

/** Programs write UTC where nobody lives by it. */
export function onShownClock(said: SaidTimes, { shown }: Zones): SaidTimes {
  const isUtc = 'local' in said.start && said.start.zone === 'UTC' && shown !== 'UTC';
  if (!isUtc) return said;
  const there = (time: EventTime): EventTime => ({
    local: textOf(wallOf(time).toZonedDateTime('UTC').withTimeZone(shown).toPlainDateTime()),
    zone: shown,
  });
  return { start: there(said.start), end: there(said.end) };
}

export function saidTimes(draft: EventDraft): SaidTimes {
  const { allDay, startDate, endDate, startTime, endTime, zone } = draft;
  if (allDay) {
    return {
      start: { date: startDate },
      end: { date: Temporal.PlainDate.from(endDate).add({ days: 1 }).toString() },
    };
  }
  return {
    start: { local: textOf(wallAt(startDate, startTime)), zone },
    end: { local: textOf(wallAt(endDate, endTime)), zone },
  };
}

/** Midnight may be typed as 24:00, which is the next day's. */
export function wallAt(date: string, minutes: number): Temporal.PlainDateTime {
  return Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes });
}

/** Where the agenda shows what is being typed. @param floating zone in which floating times are read */
export function placingOf(draft: EventDraft, floating: string): Placing {
  const { start, end } = saidTimes(draft);
  if ('date' in start || 'date' in end) {
    return { allDay: true, start: 'date' in start ? start.date : '', end: 'date' in end ? end.date : '' };
  }
  const instant = (time: EventTime) =>
    new Date(wallOf(time).toZonedDateTime(draft.zone ?? floating).epochMilliseconds);
  return { allDay: false, start: instant(start), end: instant(end) };
}

export function fieldsOf(draft: EventDraft): EventFields {
  return {
    ...saidTimes(draft),
    summary: draft.title.trim(),
    location: draft.place.trim() || null,
    description: draft.notes.trim() === '' ? null : draft.notes,
    url: null,
    rrule: draft.rrule,
    status: null,
    transparent: !draft.busy,
    classification: draft.private ? 'private' : 'public',
    alarms: [...draft.alarms],
  };
}

/** What was changed, and nothing else; the calendar is not part of what an event says. */
export function patchOf(before: EventDraft, after: EventDraft): EventPatch {
  const touched = new Set(touchedIn(before, after));
  const all = fieldsOf(after);
  return {
    ...(touched.has('title') && { summary: all.summary }),
    ...(touched.has('when') && { start: all.start, end: all.end }),
    ...(touched.has('rule') && { rrule: all.rrule }),
    ...(touched.has('place') && { location: all.location }),
    ...(touched.has('notes') && { description: all.description }),
    ...(touched.has('busy') && { transparent: all.transparent }),
    ...(touched.has('private') && { classification: all.classification }),
    ...(touched.has('alarms') && { alarms: [...after.alarms] }),
  };
}

/** The parts of an event that are changed, and clash, as one. */
export type DraftPart =
  | 'title'
  | 'when'
  | 'rule'
  | 'place'
  | 'notes'
  | 'busy'
  | 'private'
  | 'alarms'
  | 'calendar';

const PARTS: Readonly<Record<DraftPart, readonly (keyof EventDraft)[]>> = {
  title: ['title'],
  when: ['allDay', 'startDate', 'endDate', 'startTime', 'endTime', 'zone'],
  rule: ['rrule'],
  place: ['place'],
  notes: ['notes'],
  busy: ['busy'],
  private: ['private'],
  alarms: ['alarms'],
  calendar: ['calendarId'],
};

export function touchedIn(before: EventDraft, after: EventDraft): readonly DraftPart[] {
  return partNames().filter((part) => !samePart(part, before, after));
}

function partNames(): readonly DraftPart[] {
  return Object.keys(PARTS).filter((name): name is DraftPart => name in PARTS);
}

function samePart(part: DraftPart, one: EventDraft, other: EventDraft): boolean {
  if (part === 'when') return JSON.stringify(saidTimes(one)) === JSON.stringify(saidTimes(other));
  return PARTS[part].every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}

/** What is typed, on an event that somebody else has changed meanwhile. */
export interface Rebased {
  readonly draft: EventDraft;
  /** Changed by others. */
  readonly theirs: readonly DraftPart[];
  /** Changed by both, and not to the same: what was typed stays. */
  readonly clashing: readonly DraftPart[];
}

export function rebase(before: EventDraft, mine: EventDraft, theirs: EventDraft): Rebased {
  const changed = touchedIn(before, theirs);
  const own = new Set(touchedIn(before, mine));
  const draft = changed
    .filter((part) => !own.has(part))
    .reduce((next, part) => withPart(part, next, theirs), mine);
  const clashing = changed.filter((part) => own.has(part) && !samePart(part, mine, theirs));
  return { draft, theirs: changed, clashing };
}

/** That part as another draft has it. */
export function withPart(part: DraftPart, draft: EventDraft, from: EventDraft): EventDraft {
  const taken = PARTS[part].map((field) => [field, from[field]]);
  return { ...draft, ...Object.fromEntries(taken) };
}
