import type { Effect } from '@atelier/testkit/sandbox/faults/effect';
import type { Fault } from '@atelier/testkit/sandbox/faults/fault';
import { onBody, onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import type { SeededRandom } from '@atelier/testkit/seeded-random';
import { CALENDARS, type RemoteSide } from '../account.ts';
import { actRemotely, type Dav, USER } from './dav-side.ts';

type Make = (random: SeededRandom) => Effect;

const WRITES = onMethod('PUT', 'DELETE', 'MOVE');
const REPORTS = onMethod('REPORT', 'PROPFIND');

/** Goes wrong for any request. */
const ANYWHERE: readonly Make[] = [
  () => ({ kind: 'reset', at: 'before' }),
  () => ({ kind: 'reset', at: 'answer' }),
  () => ({ kind: 'reset', at: 'inside' }),
  () => ({ kind: 'reset', at: 'after' }),
  (random) => ({ kind: 'status', status: random.pick([403, 404, 409, 423, 500, 502, 503, 504, 507]) }),
  (random) => ({ kind: 'status', status: random.pick([429, 503]), retryAfter: random.integer(1, 900) }),
  () => ({ kind: 'status', status: 503, retryAfter: 'Tue, 10 Mar 2026 12:00:00 GMT' }),
  () => ({ kind: 'html' }),
  () => ({ kind: 'redirect', status: 307, to: 'same-origin' }),
  () => ({ kind: 'redirect', status: 302, to: 'endless' }),
  () => ({ kind: 'redirect', status: 308, to: new URL('http://elsewhere.invalid/') }),
];

/** Costs real time, so it is rare. */
const SLOW: readonly Make[] = [
  () => ({ kind: 'stall', at: 'request' }),
  () => ({ kind: 'stall', at: 'headers' }),
  () => ({ kind: 'stall', at: 'inside' }),
];

const READING: readonly Make[] = [
  () => ({ kind: 'truncate' }),
  () => ({ kind: 'non-xml' }),
  () => ({ kind: 'doctype', form: 'bomb' }),
  () => ({ kind: 'duplicate-responses' }),
  () => ({ kind: 'reversed-responses' }),
  () => ({ kind: 'foreign-elements' }),
  () => ({ kind: 'multiget', form: 'omitting' }),
  () => ({ kind: 'multiget', form: 'duplicated' }),
  () => ({ kind: 'multiget', form: 'unsolicited' }),
  () => ({ kind: 'member-status', status: 500, names: () => true }),
];

/** A listing that is a lie; a search by UID that lies as well would leave nothing to tell the truth by. */
const LISTING: readonly Make[] = [() => ({ kind: 'emptied' })];

const TOKENS: readonly Make[] = [
  (random) => ({
    kind: 'token-refused',
    status: random.pick([403, 409, 412, 500]),
    precondition: random.chance(0.5),
  }),
  () => ({ kind: 'token-frozen' }),
  () => ({ kind: 'token-reset' }),
  () => ({ kind: 'token-unknown-is-initial' }),
  (random) => ({ kind: 'log-pruned', keep: random.integer(0, 2) }),
  () => ({ kind: 'paged', size: 2, form: '507' }),
  () => ({ kind: 'delete-wins' }),
];

const WRITING: readonly Make[] = [
  (random) => ({ kind: 'status', status: random.pick([500, 502, 504]), applied: true }),
  (random) => ({ kind: 'status', status: random.pick([400, 403, 412, 413, 423]) }),
  () => ({ kind: 'reset', at: 'answer' }),
  () => ({ kind: 'put-without-etag' }),
  () => ({ kind: 'put-rewritten', etag: 'given' }),
  () => ({ kind: 'put-rewritten', etag: 'absent' }),
  () => ({ kind: 'errors-as-207' }),
];

/** The list of calendars leaves one out that lies in the trash, and takes writes all the same. */
const HOMES: readonly Make[] = [(random) => ({ kind: 'trashed', calendar: random.pick(CALENDARS) })];

/** Puts one fault of the whole menu in force, for a few requests or by chance until it is cleared. */
function addFault({ studio: { random }, sandbox }: Dav): string {
  const [match, menu] = random.pick<readonly [Fault['match'], readonly Make[]]>([
    [undefined, ANYWHERE],
    [REPORTS, READING],
    [onBody('sync-collection'), TOKENS],
    ...(random.chance(0.3) ? [[onBody('sync-collection', 'propfind'), LISTING] as const] : []),
    [WRITES, WRITING],
    [WRITES, WRITING],
    ...(random.chance(0.2) ? [[onMethod('PROPFIND'), HOMES] as const] : []),
    ...(random.chance(0.15) ? [[undefined, SLOW] as const] : []),
  ]);
  const effect = random.pick(menu)(random);
  const occurs =
    menu !== SLOW && random.chance(0.4) ? { probability: random.pick([0.2, 0.5, 1]) } : random.integer(1, 3);
  sandbox.faults.add({ effect, occurs, ...(match && { match }) });
  return `fault ${JSON.stringify(effect)} ${JSON.stringify(occurs)}`;
}

/** Somebody edits at the provider just before, or just after, it serves a write of ours. */
function addRace(dav: Dav): string {
  const { studio, sandbox } = dav;
  const when = studio.random.pick(['before', 'after'] as const);
  const random = studio.branch();
  sandbox.faults.add({
    match: WRITES,
    effect: { kind: 'meanwhile', when, act: () => race(dav, random) },
  });
  return `race ${when} a write`;
}

function race(dav: Dav, random: SeededRandom): void {
  dav.studio.racing = true;
  actRemotely(dav, random);
  dav.studio.racing = false;
}

/** How this server is, all the time: none of it is wrong, and all of it occurs. */
const TRAITS: readonly Make[] = [
  (random) => ({ kind: 'etag-form', form: random.pick(['unquoted', 'numeric', 'uri', 'weak']) }),
  () => ({ kind: 'put-without-etag' }),
  () => ({ kind: 'put-rewritten', etag: 'given' }),
  () => ({ kind: 'put-rewritten', etag: 'absent' }),
  () => ({ kind: 'errors-as-207' }),
  (random) => ({ kind: 'uid-conflict', form: random.pick(['allowed', '400', '403', '409-without-href']) }),
  () => ({ kind: 'without', features: ['sync-collection'] }),
  () => ({ kind: 'without', features: ['sync-collection', 'ctag'] }),
  () => ({ kind: 'without', features: ['move'] }),
  () => ({ kind: 'without', features: ['calendar-data-in-sync'] }),
  () => ({ kind: 'without', features: ['multiget'] }),
  (random) => ({ kind: 'deletion-form', form: random.pick(['propstat-404', 'propstat-418', '418', '410']) }),
  (random) => ({
    kind: 'href-form',
    form: random.pick(['absolute', 'encoded', 'bare', 'lower-hex', 'double-slash']),
  }),
  (random) => ({ kind: 'prefixes', form: random.pick(['default', 'odd']) }),
  () => ({ kind: 'self-listed' }),
  () => ({ kind: 'no-reason' }),
  () => ({ kind: 'cdata' }),
  () => ({ kind: 'bare-lf' }),
  () => ({ kind: 'octet-folded' }),
  () => ({ kind: 'token-future-accepted' }),
  () => ({ kind: 'token-unknown-is-initial' }),
];

function chooseTraits(random: SeededRandom): readonly Effect[] {
  const traits = Array.from({ length: random.pick([0, 1, 1, 2]) }, () => random.pick(TRAITS)(random));
  // No server is the same thing twice: names rewritten two times over would be no XML any more.
  return traits.filter(({ kind }, n) => traits.findIndex((other) => other.kind === kind) === n);
}

function setTraits({ sandbox }: Dav, traits: readonly Effect[]): void {
  for (const effect of traits) {
    const match = effect.kind === 'errors-as-207' ? onMethod('PUT') : () => true;
    sandbox.faults.add({ match, effect, occurs: 'always' });
  }
}

/** A CalDAV server, with the traits that it has all the time. */
export function davSide(dav: Dav): RemoteSide {
  const { studio, sandbox } = dav;
  const traits = chooseTraits(studio.random);
  setTraits(dav, traits);
  studio.story.push(`traits ${JSON.stringify(traits)}`);
  return {
    create: () => actRemotely(dav, studio.random, 'create'),
    act: () => actRemotely(dav, studio.random),
    fault: () => addFault(dav),
    race: () => addRace(dav),
    async clear() {
      sandbox.faults.clear();
      setTraits(dav, traits);
    },
    hand: {
      rewrite: (calendar, name, _, after) => void sandbox.put(USER, calendar, name, after),
      remove: (calendar, name) => void sandbox.remove(USER, calendar, name),
    },
  };
}
