import { setUserLanguage } from '@atelier/database/people/user-store';
import { transact } from '@atelier/database/transaction';
import type { Language } from '@atelier/words/language';
import { type Actor, isPerson } from '../actor.ts';
import type { Context } from '../context.ts';

export interface SpokenLanguage {
  readonly language: Language;
  /** Chosen in the menu; otherwise it is what their browser asked for, and counts until they choose. */
  readonly chosen: boolean;
}

/** In which language somebody reads Atelier, and so gets their mails. A program has none. */
export async function speakLanguage(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  { language, chosen }: SpokenLanguage,
): Promise<void> {
  if (!isPerson(actor)) return;
  await transact(database, async (transaction) => {
    const changed = await setUserLanguage(transaction, actor.userId, language, { over: chosen });
    // Their private calendar is called otherwise now.
    if (changed) transaction.announce({ topic: 'self', userId: actor.userId });
  });
}
