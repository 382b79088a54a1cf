import type { Fault, FaultMenu } from '@atelier/testkit/sandbox/faults/fault-menu';
import type { SeededRandom } from '@atelier/testkit/seeded-random';
import type { CalendarName, RemoteSide } from './account.ts';
import { fieldIn, uidIn, valueOf } from './event-text.ts';
import type { SignedInPerson } from './signed-in-person.ts';
import type { Studio } from './studio.ts';

export const EDITED = ['SUMMARY', 'LOCATION', 'DESCRIPTION', 'DTSTART'] as const;
export type Edited = (typeof EDITED)[number];

/** Somebody on the own pages of a provider that keeps events as rows. Ids are the provider's, values those of iCalendar. */
export interface Hand {
  /** How it is called in a story. */
  readonly name: string;
  /** Makes an event, or now and then a series, and gives its id. */
  create(calendar: CalendarName, values: ReadonlyMap<Edited, string>, random: SeededRandom): string;
  change(calendar: CalendarName, id: string, field: Edited, value: string): void;
  remove(calendar: CalendarName, id: string): void;
  /** Every date of every series. */
  dates(calendar: CalendarName): readonly string[];
  isSeries(body: string): boolean;
  /** The service forgets how far anybody had read. */
  forget(calendar: CalendarName): void;
}

interface Meanwhile {
  readonly kind: 'meanwhile';
  readonly when: 'before' | 'after';
  readonly act: () => unknown;
}

export type Make<Effect> = (random: SeededRandom) => Effect;

/** What can go wrong there, and where. */
export interface Trouble<Asked, Effect> {
  readonly faults: FaultMenu<Asked, Effect | Meanwhile>;
  readonly anywhere: readonly Make<Effect>[];
  readonly writing: readonly Make<Effect>[];
  readonly listing: readonly Make<Effect>[];
  readonly isList: (asked: Asked) => boolean;
}

/** A studio, and its calendars that lie there. */
export interface Hosted {
  readonly studio: Studio;
  readonly calendars: readonly CalendarName[];
  /** Whose tokens make trouble; null where they never do. */
  readonly person: SignedInPerson | null;
}

/** Every one of their edits is told to the ledger. */
export function hostedSide<Asked extends { readonly method: string }, Effect>(
  hosted: Hosted,
  hand: Hand,
  trouble: Trouble<Asked, Effect>,
): RemoteSide {
  const { studio, person } = hosted;
  const { random } = studio;
  return {
    create: () => act(hosted, hand, random, 'create'),
    act: () => act(hosted, hand, random, random.pick(MIX)),
    fault: () =>
      person !== null && random.chance(0.25) ? person.trouble(random) : addFault(studio, trouble),
    race: () => addRace(hosted, hand, trouble),
    async clear() {
      trouble.faults.clear();
      await person?.clear(studio.database);
    },
    hand: {
      rewrite(calendar, name, before, after) {
        for (const field of EDITED) {
          const value = fieldIn(after, field);
          if (value !== null && value !== fieldIn(before, field)) hand.change(calendar, name, field, value);
        }
      },
      remove: (calendar, name) => hand.remove(calendar, name),
    },
  };
}

type Act = keyof typeof ACTS;
const MIX: readonly Act[] = [
  'create',
  'create',
  'edit',
  'edit',
  'edit',
  'edit',
  'delete',
  'instance',
  'instance',
  'forget',
];

function act({ studio, calendars }: Hosted, hand: Hand, random: SeededRandom, what: Act): void {
  const calendar = random.pick(calendars);
  studio.story.push(`${hand.name} ${what} in ${calendar}: ${ACTS[what]({ studio, hand, calendar, random })}`);
}

interface Acting {
  readonly studio: Studio;
  readonly hand: Hand;
  readonly calendar: CalendarName;
  readonly random: SeededRandom;
}

const ACTS = {
  create({ studio, hand, calendar, random }: Acting): string {
    const values = new Map(EDITED.map((field) => [field, valueOf(field, studio.number())]));
    const id = hand.create(calendar, values, random);
    const body = studio.remote(calendar).get(id)?.body ?? '';
    studio.ledger.created(body);
    return uidIn(body) ?? '';
  },
  edit({ studio, hand, calendar, random }: Acting): string {
    const found = anEvent(studio, calendar, random);
    if (!found) return 'nothing';
    const { id, body } = found;
    const field = random.pick(hand.isSeries(body) ? EDITED.slice(0, 3) : EDITED);
    const value = valueOf(field, studio.number());
    hand.change(calendar, id, field, value);
    studio.ledger.edited(uidIn(body) ?? '', field, value, body);
    return `${uidIn(body)} ${field} ${fieldIn(body, field)} -> ${value}`;
  },
  delete({ studio, hand, calendar, random }: Acting): string {
    const found = anEvent(studio, calendar, random);
    if (!found) return 'nothing';
    hand.remove(calendar, found.id);
    const uid = uidIn(found.body) ?? '';
    studio.ledger.deleted(found.body);
    if (studio.inDoubt.has(uid) || studio.racing) studio.ledger.moved(uid);
    return uid;
  },
  /** One date of a series gets another title, or is taken out. */
  instance({ studio, hand, calendar, random }: Acting): string {
    const dates = hand.dates(calendar);
    if (dates.length === 0) return 'nothing';
    const id = random.pick(dates);
    if (random.chance(0.5)) hand.change(calendar, id, 'SUMMARY', `date${studio.number()}`);
    else hand.remove(calendar, id);
    return id;
  },
  forget({ hand, calendar }: Acting): string {
    hand.forget(calendar);
    return 'tokens';
  },
};

function anEvent(studio: Studio, calendar: CalendarName, random: SeededRandom) {
  const all = [...studio.remote(calendar)].map(([id, { body }]) => ({ id, body }));
  return all.length === 0 ? null : random.pick(all);
}

const isWrite = ({ method }: { readonly method: string }): boolean => method !== 'GET';

function addFault<Asked extends { readonly method: string }, Effect>(
  { random }: Studio,
  { faults, anywhere, writing, listing, isList }: Trouble<Asked, Effect>,
): string {
  const [match, menu] = random.pick<readonly [Fault<Asked, Effect>['match'], readonly Make<Effect>[]]>([
    [undefined, anywhere],
    [undefined, anywhere],
    [isWrite, writing],
    [isWrite, writing],
    ...(random.chance(0.3) ? [[isList, listing] as const] : []),
  ]);
  const effect = random.pick(menu)(random);
  const often = random.chance(0.4)
    ? { probability: random.pick([0.2, 0.5, 1]) }
    : { times: random.integer(1, 3) };
  faults.add({ effect, ...often, ...(match && { match }) });
  return `fault ${JSON.stringify(effect)} ${JSON.stringify(often)}`;
}

function addRace<Asked extends { readonly method: string }, Effect>(
  hosted: Hosted,
  hand: Hand,
  { faults }: Trouble<Asked, Effect>,
): string {
  const { studio } = hosted;
  const when = studio.random.pick(['before', 'after'] as const);
  const random = studio.branch();
  const race = (): void => {
    studio.racing = true;
    act(hosted, hand, random, random.pick(MIX));
    studio.racing = false;
  };
  faults.add({ match: isWrite, times: 1, effect: { kind: 'meanwhile', when, act: race } });
  return `race ${when} a write`;
}
