import type { Context } from '../context.ts';
import { readStudio } from './read-studio.ts';
import { addressOf } from './sender.ts';
import type { Studio } from './studio.ts';

/** What anybody may know of the studio. */
export interface PublicStudio extends Pick<Studio, 'name' | 'address' | 'phone' | 'zone' | 'language'> {
  /** Whether mails leave the house: if not, no text may promise one. */
  readonly mails: boolean;
  /** An address that somebody reads; null where there is none. */
  readonly writeTo: string | null;
}

export async function publicStudio(context: Pick<Context, 'database' | 'given'>): Promise<PublicStudio> {
  const studio = await readStudio(context.database, context);
  const { name, address, phone, zone, language, sender, senderRead } = studio;
  const writeTo = sender !== null && senderRead ? addressOf(sender) : null;
  return { name, address, phone, zone, language, mails: studio.mail === 'ready', writeTo };
}
