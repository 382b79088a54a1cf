import {
  type ChairRow,
  deleteChair,
  listChairs,
  saveChair as storeChair,
} from '@atelier/database/booking/chair-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readLine } from '../../typed-text.ts';
import { announceOffer } from './announce-offer.ts';
import { wrongNumber } from './whole-number.ts';

/** Chairs and rooms, for everybody who is signed in. */
export function seeChairs({ database }: Pick<Context, 'database'>): Promise<readonly ChairRow[]> {
  return listChairs(database);
}

export interface SaveChair {
  /** Left out: a new one, which needs a name. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly active?: boolean | undefined;
  readonly position?: number | undefined;
}

const MOST = 200;
const BOUNDS = { position: [0, 10_000, 'position'] } as const;

/** A chair that is not active any more is given to no new booking; those that have it keep it. */
export async function saveChair(
  context: Context,
  actor: Actor,
  input: SaveChair,
): Promise<Outcome<ChairRow>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const chairs = await listChairs(context.database);
  const before = chairs.find(({ id }) => id === input.id);
  if (input.id !== undefined && !before) return refusedFor('not-found', 'no-chair');
  if (!before && chairs.length >= MOST) return refusedFor('invalid', 'chairs-many', { most: MOST });
  const rule = { field: 'chair', most: 120, needed: true } as const;
  const name = readLine(input.name ?? before?.name ?? '', rule);
  if (!name.ok) return name;
  const wrong = wrongNumber(input, BOUNDS);
  if (wrong) return wrong;
  const chair: ChairRow = {
    id: before?.id ?? context.newId(),
    name: name.value,
    active: input.active ?? before?.active ?? true,
    position: input.position ?? before?.position ?? 0,
  };
  await transact(context.database, async (transaction) => {
    await storeChair(transaction, chair);
    announceOffer(transaction, null);
  });
  return done(chair);
}

/** Takes out a chair that no booking ever had. */
export async function removeChair(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly removed: string }>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const chairs = await listChairs(context.database);
  if (!chairs.some((chair) => chair.id === id)) return refusedFor('not-found', 'no-chair');
  return transact(context.database, async (transaction) => {
    if (!(await deleteChair(transaction, id))) return refusedFor('conflict', 'chair-stays');
    announceOffer(transaction, null);
    return done({ removed: id });
  });
}
