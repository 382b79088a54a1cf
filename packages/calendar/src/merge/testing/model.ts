import type { FieldGroup } from '../parts/field-group.ts';

/** One event or series in small numbers: what it says in each field, 0 where that is nothing. */
export interface Model {
  readonly series: boolean;
  /** Two for each hour that it may begin, the odd one lasting longer. */
  readonly time: number;
  readonly fields: Readonly<Record<FieldName, number>>;
  /** 0 is not there; else one more than three times the role and the answer. */
  readonly people: readonly number[];
  /** Of four days in the series: 0 as planned, 1 excluded, else two more than two for each title and the length. */
  readonly instances: readonly number[];
}

export type FieldName = keyof typeof FIELDS;

export const FIELDS = {
  title: 'title',
  place: 'place',
  description: 'description',
  url: 'description',
  status: 'status',
  organizer: 'people',
  foreign: 'rest',
  categories: 'rest',
  alarms: 'rest',
} as const satisfies Record<string, FieldGroup>;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** How one program writes what a model says. */
export interface Style {
  readonly lineEnd: string;
  readonly fold: number;
  readonly turn: number;
  readonly form: number;
  readonly stamp: number;
}

export interface WrittenLine {
  /** Of which event and field: `master title`, `2 time`. */
  readonly unit: string;
  readonly raw: string;
}

const TEXTS: Record<FieldName, readonly (readonly string[])[]> = {
  title: [[], ['SUMMARY:Dragon\\, back'], ['SUMMARY;LANGUAGE=de:Grüße 🎨 aus Köln'], ['SUMMARY:Sleeve']],
  place: [[], ['LOCATION:Studio\\; first floor'], ['LOCATION:Bar', 'GEO:48.85;2.35'], ['GEO:1.0;2.0']],
  description: [[], ['DESCRIPTION:One\\ntwo'], ['DESCRIPTION:x', 'X-ALT-DESC:<b>x</b>'], ['DESCRIPTION:y']],
  url: [[], ['URL:https://a.example/?b=c:d'], ['URL:https://b.example'], ['URL:https://c.example']],
  status: [
    [],
    ['STATUS:CONFIRMED'],
    ['STATUS:TENTATIVE', 'TRANSP:TRANSPARENT'],
    ['TRANSP:OPAQUE', 'CLASS:PRIVATE'],
  ],
  organizer: [
    [],
    ['ORGANIZER;CN="A: b":mailto:a@b.c'],
    ['ORGANIZER:mailto:d@e.f'],
    ['ORGANIZER:mailto:g@h.i'],
  ],
  foreign: [[], ['X-ODD;P="a;b:c":1'], ['X-ODD:2', 'X-ODD:3'], ['x-odd:4']],
  categories: [[], ['CATEGORIES:a,b'], ['CATEGORIES:c\\,d'], ['CATEGORIES:e', 'CATEGORIES:f']],
  alarms: [[], [alarm('-PT15M')], [alarm('-PT1H')], [alarm('-PT15M'), alarm('-P1D')]],
};

function alarm(trigger: string): string {
  return `BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Now\nTRIGGER:${trigger}\nEND:VALARM`;
}

const DAYS = ['06', '07', '08', '09'];

export function write(model: Model, style: Style): readonly WrittenLine[] {
  const around = (unit: string, text: string) => ({ unit, raw: text + style.lineEnd });
  const described = model.instances.flatMap((state, day) => (state > 1 ? [{ state, day }] : []));
  return [
    around('', 'BEGIN:VCALENDAR'),
    around('', 'VERSION:2.0'),
    ...event('master', masterFields(model, style), style),
    ...described.flatMap(({ state, day }) =>
      event(String(day), overrideFields(model, state, day, style), style),
    ),
    around('', 'END:VCALENDAR'),
  ];
}

export function textOf(lines: readonly WrittenLine[]): string {
  return lines.map(({ raw }) => raw).join('');
}

type Field = readonly [unit: string, lines: readonly string[]];

function event(name: string, fields: readonly Field[], style: Style): WrittenLine[] {
  const turned = [
    ...fields.slice(style.turn % fields.length),
    ...fields.slice(0, style.turn % fields.length),
  ];
  const alarms = turned.filter(([unit]) => unit === 'alarms');
  const ordered = [...turned.filter(([unit]) => unit !== 'alarms'), ...alarms];
  const line = (unit: string, text: string) => ({
    unit: `${name} ${unit}`,
    raw: text
      .split('\n')
      .map((part) => folded(part, style))
      .join(''),
  });
  return [
    line('', 'BEGIN:VEVENT'),
    line('', 'UID:one@example.org'),
    line('bookkeeping', `DTSTAMP:2025010${style.stamp}T000000Z`),
    line('bookkeeping', `SEQUENCE:${style.stamp}`),
    ...ordered.flatMap(([unit, texts]) => texts.map((text) => line(unit, text))),
    line('', 'END:VEVENT'),
  ];
}

function folded(text: string, { fold, lineEnd }: Style): string {
  const pieces = [...text].reduce<string[][]>((all, character) => {
    const last = all.at(-1);
    if (last && last.length < fold) last.push(character);
    else all.push([character]);
    return all;
  }, []);
  return pieces.map((piece) => piece.join('')).join(`${lineEnd} `) + lineEnd;
}

function masterFields(model: Model, style: Style): Field[] {
  const { time, fields, people, series } = model;
  const hour = 10 + Math.floor(time / 2);
  const excluded = model.instances.flatMap((state, day) => (state === 1 ? [day] : []));
  return [
    ['time', [...span('05', hour, time % 2, style), ...(series ? ['RRULE:FREQ=DAILY;COUNT=8'] : [])]],
    ...FIELD_NAMES.map((name): Field => [name, TEXTS[name][fields[name]] ?? []]),
    ...people.map(
      (person, index): Field => [`person ${index}`, person === 0 ? [] : [attendee(index, person)]],
    ),
    ...exclusions(excluded, style).map((text): Field => ['EXDATE', [text]]),
  ];
}

function overrideFields(model: Model, state: number, day: number, style: Style): Field[] {
  const [title, longer] = [Math.floor((state - 2) / 2), (state - 2) % 2];
  return [
    ['id', [at('RECURRENCE-ID', DAYS[day] ?? '', 10, style)]],
    ['time', span(DAYS[day] ?? '', 15, longer, style)],
    ['title', [`SUMMARY:Changed ${title}`]],
  ];
}

function span(day: string, hour: number, longer: number, style: Style): string[] {
  return [at('DTSTART', day, hour, style), at('DTEND', day, hour + 1 + longer, style)];
}

const FORMS = ['Europe/Berlin', 'W. Europe Standard Time', '/example.org/1/Europe/Berlin'];

/** Identities may be in UTC; what a person changes keeps its zone. */
function at(name: string, day: string, hour: number, { form }: Style): string {
  if (form === 3 && name === 'RECURRENCE-ID') return `${name}:${utc(day, hour)}`;
  return `${name};TZID=${FORMS[form % 3]}:202601${day}T${hour}0000`;
}

function utc(day: string, hour: number): string {
  return `202601${day}T${String(hour - 1).padStart(2, '0')}0000Z`;
}

/** One line for each, or one for all. */
function exclusions(days: readonly number[], { form }: Style): string[] {
  const dates = days.map((day) => utc(DAYS[day] ?? '', 10));
  if (form % 2 === 0) return dates.map((date) => `EXDATE:${date}`);
  return dates.length > 0 ? [`EXDATE;VALUE=DATE-TIME:${dates.join(',')}`] : [];
}

const ROLES = ['', ';ROLE=OPT-PARTICIPANT', ';ROLE=CHAIR'];
const ANSWERS = ['', ';PARTSTAT=ACCEPTED', ';PARTSTAT=DECLINED'];

function attendee(index: number, person: number): string {
  const { role, answer } = personOf(person);
  return `ATTENDEE;CN="P: ${index}"${ROLES[role]}${ANSWERS[answer]}:mailto:person${index}@example.org`;
}

export function personOf(person: number): { readonly role: number; readonly answer: number } {
  return { role: Math.floor((person - 1) / 3), answer: (person - 1) % 3 };
}
