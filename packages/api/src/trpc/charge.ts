import type { Limiter } from '@atelier/usecases/abuse/limiter';
import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import type { Actor } from '@atelier/usecases/actor';
import type { Outcome } from '@atelier/usecases/outcome';

/** Of the kinds of tRPC. */
export type Charge = (type: 'query' | 'mutation' | 'subscription') => Promise<Outcome<unknown>>;

export interface Asker {
  readonly actor: Actor | null;
  readonly ip: string;
}

/** Strangers are counted by their address, people who are signed in by who they are. */
function take(limiter: Limiter | null, { actor, ip }: Asker, type: Parameters<Charge>[0], points: number) {
  if (actor) return withinLimit(limiter, 'person', actor.userId, points);
  return withinLimit(limiter, type === 'mutation' ? 'write' : 'read', ip, points);
}

/** One request of several calls: counted once, for all of them. All are of one type, as the transport has it. */
export function chargeTogether(limiter: Limiter | null, asker: Asker, calls: number): Charge {
  let counted: ReturnType<Charge> | null = null;
  return (type) => (counted ??= take(limiter, asker, type, calls));
}

/** A connection that asks again and again: each call by itself. */
export function chargeEach(limiter: Limiter | null, asker: Asker): Charge {
  return (type) => take(limiter, asker, type, 1);
}
