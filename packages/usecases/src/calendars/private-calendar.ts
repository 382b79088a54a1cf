import { hasPrivateCalendar, insertOwnCalendar } from '@atelier/database/calendar/calendar-store';
import type { Transaction } from '@atelier/database/transaction';
import { PRIVATE_NAME } from '@atelier/words/calendars/private-name';
import { nearestLanguage } from '@atelier/words/language';
import type { Context } from '../context.ts';
import { readStudio } from '../studio/read-studio.ts';

/**
 * Gives somebody the calendar that is for nobody else's eyes; whoever has one keeps it. It is called in their language
 * wherever it is shown, until they name it themselves.
 */
export async function makePrivateCalendar(
  transaction: Transaction,
  context: Pick<Context, 'given' | 'newId'>,
  owner: { readonly id: string; readonly language: string | null },
): Promise<void> {
  if (await hasPrivateCalendar(transaction, owner.id)) return;
  const { zone, language } = await readStudio(transaction, context);
  const id = context.newId();
  await insertOwnCalendar(transaction, {
    id,
    ownerId: owner.id,
    name: PRIVATE_NAME[nearestLanguage(owner.language ?? language)],
    timeZone: zone,
    kind: 'PERSONAL',
    color: null,
    private: true,
  });
  transaction.announce({ topic: 'calendars', calendarId: id });
}
