import type { Context } from '../context.ts';
import { readStudio } from './read-studio.ts';
import type { Studio } from './studio.ts';

/** What anybody may know of the studio. */
export interface PublicStudio extends Pick<Studio, 'name' | 'address' | 'phone' | 'zone' | 'language'> {
  /** Whether mails leave the house: if not, no text may promise one. */
  readonly mails: boolean;
}

export async function publicStudio(context: Pick<Context, 'database' | 'given'>): Promise<PublicStudio> {
  const { name, address, phone, zone, language, mail } = await readStudio(context.database, context);
  return { name, address, phone, zone, language, mails: mail === 'ready' };
}
