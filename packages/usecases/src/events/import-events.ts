import { withoutInvitations } from '@atelier/calendar/edit/text/without-invitations';
import { appliedImport } from '@atelier/calendar/import/apply-import';
import { type ImportedResource, splitImport } from '@atelier/calendar/import/split-import';
import { readObject } from '@atelier/calendar/read/read-object';
import { WRONG_BYTE } from '@atelier/calendar/text/join-letters';
import { findInCalendar, textsByUid } from '@atelier/database/object/event-lookup';
import { saveLocal } from '@atelier/sync/mirror/local-write';
import type { RefusalCode } from '@atelier/words/refusals/coded-refusal';
import { reasonWords } from '@atelier/words/refusals/refusal-words';
import type { Actor } from '../actor.ts';
import type { CalendarOverview } from '../calendars/calendar-overview.ts';
import { writableCalendar } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { fitToChange } from './write/fit-to-change.ts';
import { orRevisionConflict } from './write/revision-conflict.ts';
import { inCalendar } from './write/write-object.ts';

export interface ImportEvents {
  readonly calendarId: string;
  /** The text of an .ics file. */
  readonly text: string;
}

export interface ImportReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** What could not be taken, each with its reason. */
  readonly refused: readonly Refused[];
}

interface Refused {
  readonly uid: string | null;
  /** In English; whoever shows it says the code in the reader's language. */
  readonly reason: string;
  readonly code: RefusalCode;
}

const LARGEST = 20_000_000;
/** Objects in one transaction: a long file does not keep everybody else waiting. */
const BATCH = 50;

type Tally = { added: number; updated: number; unchanged: number };

/** Takes the events of a file into a calendar; one that is there already, by its UID, becomes what the file says. */
export async function importEvents(
  context: Context,
  actor: Actor,
  { calendarId, text }: ImportEvents,
): Promise<Outcome<ImportReport>> {
  const calendar = await writableCalendar(context, actor, calendarId);
  if (!calendar.ok) return calendar;
  if (text.length > LARGEST) return refusedFor('invalid', 'file-large');
  const { resources, refused: unreadable } = splitImport(text, context.newId);
  if (resources.length === 0) {
    return refusedFor('invalid', unreadable[0]?.reason ?? 'import-no-event');
  }
  const zone = calendar.value.timeZone;
  const sources = await textsByUid(
    context.database,
    calendarId,
    resources.map(({ uid }) => uid),
  );
  const checked = resources.map((one) => {
    const fit = fitToChange(sources.get(one.uid) ?? '', calendar.value);
    return { ...one, problem: problemOf(one, zone) ?? (fit.ok ? null : (fit.refusal.code ?? null)) };
  });
  const tally: Tally = { added: 0, updated: 0, unchanged: 0 };
  const unfit: Refused[] = [];
  const good = checked.filter(({ problem }) => problem === null);
  for (let from = 0; from < good.length; from += BATCH) {
    const taken = await orRevisionConflict(
      take(context, actor, calendar.value, good.slice(from, from + BATCH), tally),
    );
    if (!taken.ok) return taken;
    unfit.push(...taken.value);
  }
  const bad = checked.flatMap(({ uid, problem }) => (problem === null ? [] : [refusedWith(uid, problem)]));
  return done({
    ...tally,
    refused: [...bad, ...unfit, ...unreadable.map(({ reason }) => refusedWith(null, reason))],
  });
}

function problemOf({ text, method }: ImportedResource, zone: string): RefusalCode | null {
  if (text.includes(WRONG_BYTE)) return 'import-letters';
  const read = readObject(text, { zone, from: 0, to: 0, method });
  return read.ok ? null : read.reason;
}

async function take(
  context: Context,
  actor: Actor,
  calendar: CalendarOverview,
  batch: readonly ImportedResource[],
  tally: Tally,
): Promise<Outcome<readonly Refused[]>> {
  const taken = await inCalendar(context, actor, calendar.id, null, async (transaction, authorship) => {
    const counts: Tally = { added: 0, updated: 0, unchanged: 0 };
    const unfit: Refused[] = [];
    for (const { uid, text, method } of batch) {
      const before = await findInCalendar(transaction, calendar.id, uid);
      if (before && eventAccess(actor, calendar, before) === 'refused') {
        unfit.push(refusedWith(uid, 'event-private'));
        continue;
      }
      const applied = appliedImport({ text, method }, before?.source ?? null);
      if (!applied.ok) {
        unfit.push(refusedWith(uid, applied.reason));
        continue;
      }
      const source = before ? applied.text : withoutInvitations(applied.text);
      counts[before ? (before.source === source ? 'unchanged' : 'updated') : 'added'] += 1;
      if (before?.source === source) continue;
      await saveLocal(transaction, { ...authorship, objectId: before?.id ?? authorship.newId(), source });
    }
    return { counts, unfit };
  });
  for (const key of ['added', 'updated', 'unchanged'] as const) tally[key] += taken.counts[key];
  return done(taken.unfit);
}

function refusedWith(uid: string | null, code: RefusalCode): Refused {
  return { uid, reason: reasonWords('en', code), code };
}
