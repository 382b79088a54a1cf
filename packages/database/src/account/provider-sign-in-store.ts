import { isOAuthKind, type OAuthKind, providerKind } from '@atelier/providers/kinds';
import type { SignInRight } from '@atelier/providers/port/sign-in';
import type { Queryable } from '../database.ts';
import type { ProviderSignIn } from '../generated/client.ts';
import { asKnown, toJson } from '../stored-json.ts';

/** A sign-in at a provider's own page, until its calendars are chosen. */
export interface ProviderSignInRow<Outcome>
  extends Omit<ProviderSignIn, 'kind' | 'rights' | 'outcome' | 'answeredAt' | 'stateHash'> {
  readonly kind: OAuthKind;
  readonly rights: readonly SignInRight[];
  /** What came of it; null while nobody has come back from the page. */
  readonly outcome: Outcome | null;
}

type NewSignIn = Omit<ProviderSignIn, 'outcome' | 'answeredAt' | 'scopes'>;

/** Those that were begun before `since` go. */
export async function insertProviderSignIn(
  { prisma }: Queryable,
  signIn: NewSignIn,
  since: Date,
): Promise<void> {
  await prisma.providerSignIn.deleteMany({ where: { createdAt: { lt: since } } });
  await prisma.providerSignIn.create({ data: signIn, select: { id: true } });
}

/** The one that this answer belongs to, if it is the first answer and comes to the session that asked. */
export async function takeAnswered<Outcome>(
  queryable: Queryable,
  asked: Pick<ProviderSignIn, 'stateHash' | 'sessionId' | 'userId'>,
  { since, now }: { readonly since: Date; readonly now: Date },
): Promise<ProviderSignInRow<Outcome> | null> {
  const [row] = await queryable.prisma.providerSignIn.updateManyAndReturn({
    where: { ...asked, answeredAt: null, createdAt: { gte: since } },
    data: { answeredAt: now },
  });
  return row ? rowOf<Outcome>(row) : null;
}

export async function findProviderSignIn<Outcome>(
  { prisma }: Queryable,
  { id, userId, since }: { readonly id: string; readonly userId: string; readonly since: Date },
): Promise<ProviderSignInRow<Outcome> | null> {
  const row = await prisma.providerSignIn.findFirst({ where: { id, userId, createdAt: { gte: since } } });
  return row && rowOf<Outcome>(row);
}

export async function settleProviderSignIn(
  { prisma }: Queryable,
  id: string,
  { outcome, ...settled }: Pick<ProviderSignIn, 'secret' | 'scopes'> & { readonly outcome: object },
): Promise<void> {
  await prisma.providerSignIn.updateMany({
    where: { id },
    data: { ...settled, outcome: toJson(outcome) },
  });
}

export async function deleteProviderSignIn({ prisma }: Queryable, id: string): Promise<void> {
  await prisma.providerSignIn.deleteMany({ where: { id } });
}

function rowOf<Outcome>({ kind: text, rights, outcome, ...row }: ProviderSignIn): ProviderSignInRow<Outcome> {
  const kind = providerKind(text);
  if (!isOAuthKind(kind)) throw new Error(`nobody signs in at the provider for ${text}`);
  return {
    ...row,
    kind,
    rights: rights as SignInRight[],
    outcome: outcome === null ? null : asKnown<Outcome>(outcome),
  };
}
