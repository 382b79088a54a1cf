import type { Sandbox } from '@atelier/testkit/sandbox/sandbox';
import type { SeededRandom } from '@atelier/testkit/seeded-random';
import { CALENDARS, type CalendarName } from '../account.ts';
import { eventText, FIELDS, fieldIn, uidIn, valueOf, withField } from '../event-text.ts';
import type { Studio } from '../studio.ts';

export const USER = 'ann';

/** A studio, and the CalDAV server that its people reach by telephone. */
export interface Dav {
  readonly studio: Studio;
  readonly sandbox: Sandbox;
}

/** Somebody with a phone, whose calendar is the provider's own. Every one of their edits is told to the ledger. */
export function actRemotely(dav: Dav, random: SeededRandom, act: RemoteAct = random.pick(MIX)): void {
  const calendar = random.pick(CALENDARS);
  const done = ACTS[act](dav, calendar, random);
  dav.studio.story.push(`remote ${act} in ${calendar}: ${done}`);
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
  create(dav: Dav, calendar: CalendarName, random: SeededRandom): string {
    const uid = `phone-${dav.studio.number()}`;
    const values = new Map(FIELDS.map((field) => [field, valueOf(field, dav.studio.number())]));
    const text = eventText(uid, values);
    const name = random.pick([`${uid}.ics`, `${uid}.ics`, `${uid} ü@x.ics`, `${uid}.eml`, uid.toUpperCase()]);
    dav.sandbox.put(USER, calendar, name, text);
    dav.studio.ledger.created(text);
    return uid;
  },
  edit(dav: Dav, calendar: CalendarName, random: SeededRandom): string {
    const [name, body] = anObject(dav, calendar, random);
    if (name === null) return 'nothing';
    const field = random.pick(FIELDS);
    const value = valueOf(field, dav.studio.number());
    dav.sandbox.put(USER, calendar, name, withField(body, field, value));
    dav.studio.ledger.edited(uidIn(body) ?? '', field, value, body);
    return `${uidIn(body)} ${field} ${fieldIn(body, field)} -> ${value}`;
  },
  delete(dav: Dav, calendar: CalendarName, random: SeededRandom): string {
    const [name, body] = anObject(dav, calendar, random);
    if (name === null) return 'nothing';
    dav.sandbox.remove(USER, calendar, name);
    deleted(dav.studio, body);
    return uidIn(body) ?? '';
  },
  /** The same event under another address: no edit, and no new event. */
  rename(dav: Dav, calendar: CalendarName, random: SeededRandom): string {
    const [name, body] = anObject(dav, calendar, random);
    if (name === null) return 'nothing';
    dav.sandbox.remove(USER, calendar, name);
    dav.sandbox.put(USER, calendar, `renamed-${dav.studio.number()}.ics`, body);
    return uidIn(body) ?? '';
  },
  /** Another event under the same address. */
  replace(dav: Dav, calendar: CalendarName, random: SeededRandom): string {
    const [name, body] = anObject(dav, calendar, random);
    if (name === null || !random.chance(0.3)) return 'nothing';
    const text = eventText(
      `phone-${dav.studio.number()}`,
      new Map(FIELDS.map((f) => [f, valueOf(f, dav.studio.number())])),
    );
    dav.sandbox.put(USER, calendar, name, text);
    deleted(dav.studio, body);
    dav.studio.ledger.created(text);
    return `${uidIn(body)} by ${uidIn(text)}`;
  },
  /** The calendar is deleted and made again at its address, with some of what was in it: its counter begins anew. */
  recreate(dav: Dav, calendar: CalendarName, random: SeededRandom): string {
    if (dav.studio.racing || !random.chance(0.25)) return 'nothing';
    const before = [...dav.sandbox.objects(USER, calendar)];
    dav.sandbox.addCalendar(USER, { uri: calendar, name: calendar });
    const kept = before.filter(() => random.chance(0.6));
    for (const [name, { body }] of kept) dav.sandbox.put(USER, calendar, name, body);
    for (const one of before) if (!kept.includes(one)) deleted(dav.studio, one[1].body);
    return `with ${kept.length} of ${before.length}`;
  },
};

function deleted(studio: Studio, body: string): void {
  const uid = uidIn(body) ?? '';
  studio.ledger.deleted(body);
  if (studio.inDoubt.has(uid) || (studio.racing && !uid.startsWith('phone-'))) studio.ledger.moved(uid);
}

function anObject(dav: Dav, calendar: CalendarName, random: SeededRandom): [string, string] | [null, ''] {
  const objects = [...dav.sandbox.objects(USER, calendar)].filter(([, { body }]) => uidIn(body) !== null);
  if (objects.length === 0) return [null, ''];
  const [name, { body }] = random.pick(objects);
  return [name, body];
}
