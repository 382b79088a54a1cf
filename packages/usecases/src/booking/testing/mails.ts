import { randomUUID } from 'node:crypto';
import { OPERATOR } from '../../actor.ts';
import type { SecretBox } from '../../context.ts';
import { type ListedMail, listMail } from '../../mail/list-mail.ts';
import { givenStudio } from '../../studio/testing/given.ts';
import type { BookContext } from '../request/booking-request.ts';
import { expectOk, openTestStudio, type TestStudio } from './studio.ts';

export const PUBLIC_URL = 'https://studio.example.org';

/** A test studio that knows its address, with an artist who has an account, and whose mails can be read. */
export interface MailStudio extends AsyncDisposable {
  readonly studio: TestStudio;
  readonly context: BookContext;
  /** Oldest first, with their links. */
  mails(): Promise<readonly ListedMail[]>;
  /** `to: subject`, sorted. */
  subjects(): Promise<readonly string[]>;
  /** Of the newest mail to that address. */
  linkTo(address: string): Promise<string>;
}

/** Nothing of what it seals is in what it gives. */
export function vault(): SecretBox {
  const kept = new Map<string, string>();
  return {
    seal(plain) {
      const id = randomUUID();
      kept.set(id, plain);
      return id;
    },
    open(sealed) {
      const plain = kept.get(sealed);
      if (plain === undefined) throw new Error('sealed with another secret');
      return plain;
    },
    isStale: () => false,
  };
}

export async function openMailStudio(): Promise<MailStudio> {
  const studio = await openTestStudio();
  const { database } = studio.world;
  const lea = { id: 'lea', name: 'Léa', email: 'lea@studio.test', role: 'ARTIST', language: 'fr' } as const;
  await database.prisma.user.create({ data: lea });
  await database.query("UPDATE artist SET user_id = 'lea'");
  // No two things happen at the same moment, so that what is newest is known.
  const clock = () => {
    studio.world.at = new Date(studio.world.at.getTime() + 1);
    return studio.world.at;
  };
  const context = {
    ...studio.context,
    given: givenStudio({
      name: 'Studio Nord',
      url: PUBLIC_URL,
      sender: 'hello@studio.example.org',
      mailServer: true,
    }),
    secrets: vault(),
    clock,
  };
  const mails = async () =>
    expectOk(await listMail(context, OPERATOR)).toSorted(
      (one, other) => one.createdAt.getTime() - other.createdAt.getTime(),
    );
  return {
    studio,
    context,
    mails,
    subjects: async () => (await mails()).map(({ to, subject }) => `${to}: ${subject}`).sort(),
    async linkTo(address) {
      const mail = (await mails()).findLast(({ to }) => to === address);
      return /^https:\/\/studio\.example\.org\/booking\/(\S+)$/m.exec(mail?.text ?? '')?.[1] ?? '';
    },
    [Symbol.asyncDispose]: () => studio[Symbol.asyncDispose](),
  };
}
