import { isOAuthKind, type ProviderKind } from '@atelier/providers/kinds';
import type { Database } from '../database.ts';
import type { Prisma } from '../generated/client.ts';

type Row = Omit<
  Prisma.ConnectionUncheckedCreateInput,
  'kind' | 'name' | 'address' | 'accountId' | 'reach' | 'credentialId'
>;

interface Given extends Row {
  /** Of what provider; a CalDAV account where it is left out. */
  readonly kind?: ProviderKind;
  readonly name?: string;
  readonly address?: string;
  readonly username?: string;
  /** As it is stored. */
  readonly secret?: string;
  readonly homes?: readonly string[];
}

/** The rows of an account and of what lets us in. */
export async function addConnection(
  { prisma }: Pick<Database, 'prisma'>,
  {
    kind = 'caldav',
    name = 'x',
    address = 'https://x.test',
    username = 'x',
    secret = '',
    homes = [],
    ...row
  }: Given,
): Promise<string> {
  const { ownerId } = row;
  const credential = await prisma.accountCredential.create({
    data: {
      ownerId,
      kind: isOAuthKind(kind) ? 'OAUTH' : 'PASSWORD',
      username,
      secret,
      ...(row.id !== undefined && { id: row.id }),
    },
  });
  const reach = { principal: null, homes: [...homes] };
  const accountId = homes[0] ?? address;
  const { id } = await prisma.connection.create({
    data: { ...row, kind, name, address, accountId, reach, credentialId: credential.id },
  });
  return id;
}
