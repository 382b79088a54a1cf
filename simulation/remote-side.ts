import type { SeededRandom } from '@atelier/testkit/seeded-random';
import { CALENDARS, type CalendarName } from './any-studio.ts';
import { eventText, FIELDS, fieldIn, uidIn, valueOf, withField } from './event-text.ts';
import { type Studio, USER } from './studio.ts';

/** Whatever people, and their provider, do to a studio from outside. */
export interface RemoteSide {
  create(): void;
  act(): void;
  /** Something goes wrong; says what. */
  fault(): string;
  /** Somebody acts while a write of ours is under way; says when. */
  race(): string;
  /** The provider is well again: as it always is, that is. */
  clear(): void;
}

/** Somebody with a phone, whose calendar is the provider's own. Every one of their edits is told to the ledger. */
export function actRemotely(studio: Studio, random: SeededRandom, act: RemoteAct = random.pick(MIX)): void {
  const calendar = random.pick(CALENDARS);
  const done = ACTS[act](studio, calendar, random);
  studio.story.push(`remote ${act} in ${calendar}: ${done}`);
}

type RemoteAct = keyof typeof ACTS;

const MIX: readonly RemoteAct[] = [
  'create',
  'create',
  'edit',
  'edit',
  'edit',
  'edit',
  'edit',
  'delete',
  'rename',
  'replace',
  'recreate',
];

const ACTS = {
  create(studio: Studio, calendar: CalendarName, random: SeededRandom): string {
    const uid = `phone-${studio.number()}`;
    const values = new Map(FIELDS.map((field) => [field, valueOf(field, studio.number())]));
    const text = eventText(uid, values);
    const name = random.pick([`${uid}.ics`, `${uid}.ics`, `${uid} ü@x.ics`, `${uid}.eml`, uid.toUpperCase()]);
    studio.sandbox.put(USER, calendar, name, text);
    studio.ledger.created(text);
    return uid;
  },
  edit(studio: Studio, calendar: CalendarName, random: SeededRandom): string {
    const [name, body] = anObject(studio, calendar, random);
    if (name === null) return 'nothing';
    const field = random.pick(FIELDS);
    const value = valueOf(field, studio.number());
    studio.sandbox.put(USER, calendar, name, withField(body, field, value));
    studio.ledger.edited(uidIn(body) ?? '', field, value, body);
    return `${uidIn(body)} ${field} ${fieldIn(body, field)} -> ${value}`;
  },
  delete(studio: Studio, calendar: CalendarName, random: SeededRandom): string {
    const [name, body] = anObject(studio, calendar, random);
    if (name === null) return 'nothing';
    studio.sandbox.remove(USER, calendar, name);
    deleted(studio, body);
    return uidIn(body) ?? '';
  },
  /** The same event under another address: no edit, and no new event. */
  rename(studio: Studio, calendar: CalendarName, random: SeededRandom): string {
    const [name, body] = anObject(studio, calendar, random);
    if (name === null) return 'nothing';
    studio.sandbox.remove(USER, calendar, name);
    studio.sandbox.put(USER, calendar, `renamed-${studio.number()}.ics`, body);
    return uidIn(body) ?? '';
  },
  /** Another event under the same address. */
  replace(studio: Studio, calendar: CalendarName, random: SeededRandom): string {
    const [name, body] = anObject(studio, calendar, random);
    if (name === null || !random.chance(0.3)) return 'nothing';
    const text = eventText(
      `phone-${studio.number()}`,
      new Map(FIELDS.map((f) => [f, valueOf(f, studio.number())])),
    );
    studio.sandbox.put(USER, calendar, name, text);
    deleted(studio, body);
    studio.ledger.created(text);
    return `${uidIn(body)} by ${uidIn(text)}`;
  },
  /** The calendar is deleted and made again at its address, with some of what was in it: its counter begins anew. */
  recreate(studio: Studio, calendar: CalendarName, random: SeededRandom): string {
    if (studio.racing || !random.chance(0.25)) return 'nothing';
    const before = [...studio.sandbox.objects(USER, calendar)];
    studio.sandbox.addCalendar(USER, { uri: calendar, name: calendar });
    const kept = before.filter(() => random.chance(0.6));
    for (const [name, { body }] of kept) studio.sandbox.put(USER, calendar, name, body);
    for (const one of before) if (!kept.includes(one)) deleted(studio, one[1].body);
    return `with ${kept.length} of ${before.length}`;
  },
};

function deleted(studio: Studio, body: string): void {
  const uid = uidIn(body) ?? '';
  studio.ledger.deleted(body);
  if (studio.inDoubt.has(uid) || (studio.racing && !uid.startsWith('phone-'))) studio.ledger.moved(uid);
}

function anObject(
  studio: Studio,
  calendar: CalendarName,
  random: SeededRandom,
): [string, string] | [null, ''] {
  const objects = [...studio.sandbox.objects(USER, calendar)].filter(([, { body }]) => uidIn(body) !== null);
  if (objects.length === 0) return [null, ''];
  const [name, { body }] = random.pick(objects);
  return [name, body];
}
