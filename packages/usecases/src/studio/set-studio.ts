import { followZone } from '@atelier/database/calendar/calendar-store';
import { tendAllSoon } from '@atelier/database/hints/channel-store';
import { lockStudio, type StudioRow, saveStudio } from '@atelier/database/studio/studio-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { type SeenStudio, seeStudio } from './see-studio.ts';
import { readStudioFields, type TypedStudio } from './studio-fields.ts';

type StudioContext = Pick<Context, 'database' | 'clock' | 'given'>;

/** Keeps what an admin tells of the studio; every open page is told. The first time a name and a zone are needed. */
export async function setStudio(
  context: StudioContext,
  actor: Actor,
  typed: TypedStudio,
): Promise<Outcome<SeenStudio>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const fields = readStudioFields(typed);
  if (!fields.ok) return fields;
  const kept = await keep(context, fields.value);
  return kept.ok ? seeStudio(context, actor) : kept;
}

async function keep(context: StudioContext, fields: Partial<StudioRow>): Promise<Outcome<null>> {
  const { database, clock, given } = context;
  return transact(database, async (transaction) => {
    const before = await lockStudio(transaction);
    const first = { ...NEW, name: given.name ?? '', zone: given.zone ?? '' };
    const next: StudioRow = { ...(before ?? first), ...fields, demo: false };
    if (next.name === '') return refusedFor('invalid', 'studio-name-missing');
    // A machine's zone is a guess, and a wrong one is seen only when somebody comes an hour late.
    if (next.zone === '') return refusedFor('invalid', 'studio-zone-missing');
    await saveStudio(transaction, next, clock());
    await followZone(transaction, next.zone);
    // Providers tell of changes at that address.
    if (next.url !== (before?.url ?? '')) await tendAllSoon(transaction);
    transaction.announce({ topic: 'studio' });
    return done(null);
  });
}

const NEW: Omit<StudioRow, 'name' | 'zone'> = {
  address: '',
  phone: '',
  language: 'en',
  sender: '',
  url: '',
  senderRead: true,
  replies: 'artist',
  demo: false,
};
