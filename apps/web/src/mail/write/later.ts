export interface LaterChoice {
  readonly name: 'hour' | 'tomorrow' | 'monday';
  readonly at: Date;
}

const MORNING = Temporal.PlainTime.from('09:00');

/** Times at which people like their mail to arrive; Monday is the next one that is not tomorrow. */
export function laterChoices(now: Temporal.ZonedDateTime): readonly LaterChoice[] {
  const morning = (days: number) => now.add({ days }).withPlainTime(MORNING);
  const toMonday = ((8 - now.dayOfWeek) % 7 || 7) + (now.dayOfWeek === 7 ? 7 : 0);
  return [
    { name: 'hour', at: dateOf(now.add({ hours: 1 })) },
    { name: 'tomorrow', at: dateOf(morning(1)) },
    { name: 'monday', at: dateOf(morning(toMonday)) },
  ];
}

/** What a field for day and time says (`2026-03-10T09:00`), where the person is; null while it is not whole. */
export function momentOf(typed: string, zone: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(typed)) return null;
  return dateOf(Temporal.PlainDateTime.from(typed).toZonedDateTime(zone));
}

function dateOf(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}
