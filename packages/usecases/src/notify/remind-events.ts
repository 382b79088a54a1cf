import { eventForm } from '@atelier/calendar/edit/event-form';
import { type OwnStart, ownStarts } from '@atelier/database/push/push-store';
import { transact } from '@atelier/database/transaction';
import { nearestLanguage } from '@atelier/words/language';
import { PUSH_WORDS } from '@atelier/words/push/push-words';
import type { Context } from '../context.ts';
import { spokenTime } from '../mail/spoken-time.ts';
import { type Notice, tellDevice } from './tell-devices.ts';

const MINUTE_MS = 60_000;
/** Alarms further ahead are the calendar program's. */
const FURTHEST_MS = 24 * 60 * MINUTE_MS;
/** Of an event that has no alarm of its own. */
const USUAL_MINUTES = 10;
/** What is due until the next time this is looked at, and what has just been due. */
const AHEAD_MS = 90_000;
const LATE_MS = 2 * MINUTE_MS;

type ReminderContext = Pick<Context, 'database' | 'clock' | 'newId'>;

/** Writes what people are to be told of their own events within the next minute, each to its second. */
export async function remindEvents(context: ReminderContext): Promise<void> {
  const now = context.clock();
  const starts = await ownStarts(context.database, now, new Date(now.getTime() + FURTHEST_MS));
  const due = starts.flatMap((start) => remindersOf(start).filter((one) => isNear(one.notice, now)));
  if (due.length === 0) return;
  await transact(context.database, async (transaction) => {
    for (const { deviceId, notice } of due) await tellDevice(transaction, context, deviceId, notice);
  });
}

function isNear({ at }: Notice, now: Date): boolean {
  const away = at.getTime() - now.getTime();
  return away <= AHEAD_MS && away >= -LATE_MS;
}

interface Reminder {
  readonly deviceId: string;
  readonly notice: Notice;
}

function remindersOf(start: OwnStart): readonly Reminder[] {
  return alarmsOf(start).map((minutes) => ({ deviceId: start.deviceId, notice: noticeOf(start, minutes) }));
}

/** Its own alarms; the usual one where it has none. Those behind the start are the calendar program's as well. */
function alarmsOf({ source, recurrenceId, zone }: OwnStart): readonly number[] {
  const form = source === null ? null : eventForm(source, recurrenceId, zone);
  const own = form?.ok ? form.form.alarms.minutes.filter((minutes) => minutes >= 0) : [];
  return own.length > 0 ? own : [USUAL_MINUTES];
}

function noticeOf(
  { objectId, recurrenceId, startsAt, title, details, language: tag, zone }: OwnStart,
  minutes: number,
): Notice {
  const language = nearestLanguage(tag ?? 'en');
  const { reminder } = PUSH_WORDS[language];
  const said = details && title ? title : reminder.untitled;
  return {
    once: `reminder:${objectId}:${recurrenceId ?? ''}:${startsAt.toISOString()}:${minutes}`,
    title: said,
    body: reminder.body({ when: spokenTime(language, zone).short(startsAt) }),
    path: '/agenda?view=day',
    at: new Date(startsAt.getTime() - minutes * MINUTE_MS),
    validUntil: new Date(startsAt.getTime() + MINUTE_MS),
  };
}
