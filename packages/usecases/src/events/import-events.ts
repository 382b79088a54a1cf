import { setImmediate } from 'node:timers/promises';
import { withoutInvitations } from '@atelier/calendar/edit/text/without-invitations';
import { appliedImport } from '@atelier/calendar/import/apply-import';
import { type ImportedResource, splitImport } from '@atelier/calendar/import/split-import';
import { readObject } from '@atelier/calendar/read/read-object';
import { WRONG_BYTE } from '@atelier/calendar/text/join-letters';
import { fittingOf } from '@atelier/database/calendar/calendar-place';
import type { Queryable } from '@atelier/database/database';
import { findInCalendar, textsByUid } from '@atelier/database/object/event-lookup';
import type { Transaction } from '@atelier/database/transaction';
import { type CodedRefusal, codedRefusal, type RefusalCode } from '@atelier/words/refusals/coded-refusal';
import { refusalWords } from '@atelier/words/refusals/refusal-words';
import type { Actor } from '../actor.ts';
import type { CalendarOverview } from '../calendars/calendar-overview.ts';
import { writableCalendar } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { fitToChange } from './write/fit-to-change.ts';
import { orRefused } from './write/or-refused.ts';
import { calledBy, gapIn, saveFitting } from './write/save-fitting.ts';
import { type Authorship, inCalendar } from './write/write-object.ts';

export interface ImportEvents {
  readonly calendarId: string;
  /** The text of an .ics file. */
  readonly text: string;
  /** Only say what would become of it. */
  readonly dryRun?: boolean | undefined;
}

export interface ImportReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The first of what is taken, to look at. */
  readonly taken: readonly Taken[];
  /** What could not be taken, each with its reason. */
  readonly refused: readonly Refused[];
}

interface Taken {
  readonly title: string;
  /** Of its first occurrence; null where nothing says when it is. */
  readonly startsAt: Date | null;
  readonly recurring: boolean;
  readonly outcome: 'added' | 'updated';
}

interface Refused {
  readonly uid: string | null;
  readonly title: string;
  /** In English; whoever shows it says the code in the reader's language. */
  readonly reason: string;
  readonly code: RefusalCode;
  /** What belongs to the code. */
  readonly given?: CodedRefusal['given'];
}

/** Octets, and characters. */
export const LARGEST_IMPORT = 20_000_000;
/** Objects in one transaction: a long file does not keep everybody else waiting. */
const BATCH = 50;
/** More than anybody looks through; the numbers are of all. */
const SHOWN = 100;

type Counts = { added: number; updated: number; unchanged: number };
type Tally = Counts & { readonly taken: Taken[]; readonly refused: Refused[] };

/** A resource of the file, with what can be said of it before it is looked for in the calendar. */
interface Checked extends ImportedResource, Pick<Taken, 'title' | 'startsAt' | 'recurring'> {
  readonly problem: RefusalCode | null;
}

/** Takes the events of a file into a calendar; one that is there already, by its UID, becomes what the file says. */
export async function importEvents(
  context: Context,
  actor: Actor,
  { calendarId, text, dryRun = false }: ImportEvents,
): Promise<Outcome<ImportReport>> {
  const writable = await writableCalendar(context, actor, calendarId);
  if (!writable.ok) return writable;
  const calendar = writable.value;
  if (text.length > LARGEST_IMPORT) return refusedFor('invalid', 'file-large');
  const { resources, refused: unreadable } = splitImport(text, context.newId);
  if (resources.length === 0) {
    return refusedFor('invalid', unreadable[0]?.reason ?? 'import-no-event');
  }
  const checked = await checkAll(context, calendar, resources);
  const tally: Tally = { added: 0, updated: 0, unchanged: 0, taken: [], refused: [] };
  for (const one of checked)
    if (one.problem !== null) tally.refused.push(refusedWith(one, bare(one.problem)));
  const good = checked.filter(({ problem }) => problem === null);
  for (let from = 0; from < good.length; from += BATCH) {
    const batch = good.slice(from, from + BATCH);
    const work = { actor, calendar, batch };
    const taken = dryRun ? done(await foresee(context.database, work)) : await take(context, work);
    if (!taken.ok) return taken;
    for (const [one, verdict] of taken.value) count(tally, one, verdict);
  }
  const unnamed = unreadable.map(({ reason, title }) => refusedWith({ uid: null, title }, bare(reason)));
  return done({ ...tally, refused: [...tally.refused, ...unnamed] });
}

async function checkAll(
  { database }: Context,
  calendar: CalendarOverview,
  resources: readonly ImportedResource[],
): Promise<readonly Checked[]> {
  const uids = resources.map(({ uid }) => uid);
  const sources = await textsByUid(database, calendar.id, uids);
  const checked: Checked[] = [];
  for (const one of resources) {
    const fit = fitToChange(sources.get(one.uid) ?? '', calendar);
    const unfit = fit.ok ? null : (fit.refusal.code ?? null);
    checked.push({ ...one, ...read(one, calendar.timeZone, unfit) });
    // Others are served meanwhile.
    if (checked.length % BATCH === 0) await setImmediate();
  }
  return checked;
}

function read(
  { text, method }: ImportedResource,
  zone: string,
  unfit: RefusalCode | null,
): Pick<Checked, 'title' | 'startsAt' | 'recurring' | 'problem'> {
  const object = readObject(text, { zone, from: 0, to: 0, method });
  if (!object.ok) return { title: '', startsAt: null, recurring: false, problem: object.reason };
  const { components, firstStart, recurring } = object.object;
  return {
    title: components[0]?.summary ?? '',
    startsAt: firstStart === null ? null : new Date(firstStart),
    recurring,
    problem: text.includes(WRONG_BYTE) ? 'import-letters' : unfit,
  };
}

type Verdict =
  | { readonly kind: 'added' | 'updated'; readonly source: string; readonly objectId: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly why: CodedRefusal };

interface Work {
  readonly actor: Actor;
  readonly calendar: CalendarOverview;
  readonly batch: readonly Checked[];
}

type Verdicts = readonly (readonly [Checked, Verdict])[];

async function foresee(source: Queryable, { actor, calendar, batch }: Work): Promise<Verdicts> {
  const verdicts: [Checked, Verdict][] = [];
  for (const one of batch) verdicts.push([one, await verdictOn(source, actor, calendar, one)]);
  return verdicts;
}

async function take(context: Context, { actor, calendar, batch }: Work): Promise<Outcome<Verdicts>> {
  const work = inCalendar(context, actor, calendar.id, null, async (transaction, authorship) => {
    const verdicts: [Checked, Verdict][] = [];
    for (const one of batch) {
      const verdict = await verdictOn(transaction, actor, calendar, one);
      await carryOut(transaction, authorship, verdict);
      verdicts.push([one, verdict]);
    }
    return done(verdicts);
  });
  return orRefused(work);
}

async function verdictOn(
  source: Queryable,
  actor: Actor,
  calendar: CalendarOverview,
  { uid, text, method }: Checked,
): Promise<Verdict> {
  const before = await findInCalendar(source, calendar.id, uid);
  if (before && eventAccess(actor, calendar, before) === 'refused')
    return { kind: 'refused', why: codedRefusal('event-private') };
  const applied = appliedImport({ text, method }, before?.source ?? null);
  if (!applied.ok) return { kind: 'refused', why: { code: applied.reason, given: null } };
  const verdict = changeTo(applied.text, before);
  const beyond =
    calendar.provider === null || verdict.kind === 'unchanged'
      ? null
      : await beyondProvider(source, calendar.id, verdict);
  return beyond ? { kind: 'refused', why: beyond } : verdict;
}

function changeTo(
  text: string,
  before: { readonly id: string; readonly source: string } | null,
): Exclude<Verdict, { kind: 'refused' }> {
  if (!before) return { kind: 'added', source: withoutInvitations(text), objectId: null };
  if (before.source === text) return { kind: 'unchanged' };
  return { kind: 'updated', source: text, objectId: before.id };
}

/** Known before anything is taken: one that its provider cannot keep does not stop the others (P4). */
async function beyondProvider(
  source: Queryable,
  calendarId: string,
  { source: text, objectId }: Extract<Verdict, { readonly source: string }>,
): Promise<CodedRefusal | null> {
  const fitting = await fittingOf(source, calendarId);
  const gap = await gapIn(source, fitting, { objectId, text });
  if (fitting.provider === null || gap === null) return null;
  return codedRefusal('event-beyond-provider', { provider: calledBy(fitting.provider), gap });
}

async function carryOut(transaction: Transaction, authorship: Authorship, verdict: Verdict): Promise<void> {
  if (verdict.kind !== 'added' && verdict.kind !== 'updated') return;
  const objectId = verdict.objectId ?? authorship.newId();
  await saveFitting(transaction, { ...authorship, objectId, source: verdict.source });
}

function count(tally: Tally, one: Checked, verdict: Verdict): void {
  if (verdict.kind === 'refused') return void tally.refused.push(refusedWith(one, verdict.why));
  tally[verdict.kind] += 1;
  if (verdict.kind === 'unchanged' || tally.taken.length >= SHOWN) return;
  const { title, startsAt, recurring } = one;
  tally.taken.push({ title, startsAt, recurring, outcome: verdict.kind });
}

const bare = (code: RefusalCode): CodedRefusal => ({ code, given: null });

function refusedWith({ uid, title }: Pick<Refused, 'uid' | 'title'>, why: CodedRefusal): Refused {
  const { message, hint } = refusalWords('en', why);
  const reason = why.given === null ? message : [message, hint].filter(Boolean).join(' ');
  return { uid, title, reason, ...why };
}
