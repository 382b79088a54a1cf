import { type PersonLinkKind, putPersonLink } from '@atelier/database/people/person-link-store';
import type { Transaction } from '@atelier/database/transaction';
import { queueMail } from '../../mail/queue-mail.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { hashToken, newToken } from '../../tokens.ts';
import type { PeopleContext } from '../change-person.ts';
import { linkText } from './link-text.ts';

/** By which somebody chooses a password, once. Shown to the admin who made it, and never again. */
export interface MadeLink {
  readonly url: string;
  readonly expiresAt: Date;
  /** Whether it goes to the person by mail as well; otherwise the admin hands it over. */
  readonly mailed: boolean;
}

interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
}

const LASTS_MS: Readonly<Record<PersonLinkKind, number>> = {
  INVITE: 7 * 86_400_000,
  RESET: 86_400_000,
};

/** A new link, in place of any before it; only its hash is kept (B10). */
export async function makeLink(
  transaction: Transaction,
  context: PeopleContext,
  { id, name, email, language }: Reader,
  kind: PersonLinkKind,
): Promise<MadeLink> {
  const token = newToken();
  const expiresAt = new Date(context.clock().getTime() + LASTS_MS[kind]);
  await putPersonLink(transaction, { userId: id, kind, expiresAt, tokenHash: hashToken(token) });
  const studio = await readStudio(transaction, context);
  const url = new URL(`/join/${token}`, studio.url).href;
  const mailed = studio.mail === 'ready';
  if (mailed) {
    const text = linkText(kind, language ?? studio.language, { name, studio: studio.name });
    const once = `${kind.toLowerCase()}:${id}:${context.newId()}`;
    const link = { url, keep: async () => undefined };
    await queueMail(transaction, context, { once, recipient: email, ...text, links: { link } });
  }
  return { url, expiresAt, mailed };
}
