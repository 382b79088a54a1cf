import { z } from 'zod';
import type { Opaque } from '../json.ts';
import type { Account, SignedIn } from '../port/account.ts';
import { unlike } from './wire/graph-failure.ts';

/** How a mailbox is reached. */
export interface GraphAccount {
  /** `https://graph.microsoft.com/v1.0`, without a slash at its end. */
  readonly base: string;
  /** What it is written to by. */
  readonly addresses: readonly string[];
}

const stored = z.object({ base: z.string(), addresses: z.array(z.string()) });

/** What an earlier test found. */
export function graphAccountOf(reach: Opaque): GraphAccount {
  return stored.parse(reach);
}

const me = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** Who `/me` is. An id is nobody else's within its organisation; addresses change hands. */
export function accountOfMe(
  body: unknown,
  base: string,
  signedIn: SignedIn,
): { account: Account; reached: GraphAccount } {
  const read = me.safeParse(body);
  if (!read.success) throw unlike('it does not say whose account this is');
  const { id, mail, userPrincipalName } = read.data;
  const addresses = [...new Set([mail, userPrincipalName].filter((one) => one?.includes('@')) as string[])];
  const reached = { base, addresses };
  const who = addresses[0] ?? signedIn.name ?? read.data.displayName ?? id;
  return {
    account: { id: `${signedIn.tenantId ?? 'microsoft'}/${id}`, name: who, reach: { ...reached } },
    reached,
  };
}
