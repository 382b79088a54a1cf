import { done, type Outcome } from '../../outcome.ts';
import { nearbySlots } from '../availability/nearby-slots.ts';
import type { OfferedSlot } from '../availability/offer-slots.ts';
import { type Held, type HoldContext, type HoldSlot, holdSlot } from './hold-slot.ts';

export type HeldForVisitor =
  | Extract<Held, { kind: 'held' }>
  | (Extract<Held, { kind: 'taken' }> & { readonly nearest: readonly OfferedSlot[] });

/** Keeps a time for whoever fills in the form, or says which times are free nearby. */
export async function holdForVisitor(
  context: HoldContext,
  input: HoldSlot,
): Promise<Outcome<HeldForVisitor>> {
  const held = await holdSlot(context, input);
  if (!held.ok || held.value.kind === 'held') return held as Outcome<HeldForVisitor>;
  return done({ ...held.value, nearest: await nearbySlots(context, input) });
}
