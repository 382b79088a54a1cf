import type { Studio } from './studio.ts';

/** How a client reaches the studio; every text that says so takes it, and none promises what is not there. */
export type Contact =
  | { readonly kind: 'phone'; readonly phone: string }
  /** Somebody reads the answers to this mail. */
  | { readonly kind: 'mail' }
  | { readonly kind: 'none' };

/** @param answered whether an answer to the mail in hand reaches anybody */
export function contactOf({ phone }: Pick<Studio, 'phone'>, answered: boolean): Contact {
  if (phone !== null) return { kind: 'phone', phone };
  return answered ? { kind: 'mail' } : { kind: 'none' };
}

/** One line: `Studio Nord, Rue du Lac 1, 1201 Genève`; null where nobody has told the address. */
export function placeOf({ name, address }: Pick<Studio, 'name' | 'address'>): string | null {
  if (address === null) return null;
  return [name, ...address.split('\n')]
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(', ');
}
