/** The lines of a VTIMEZONE for an IANA zone, by the rules in force today. Throws where the name is unknown. */
export function zoneLines(zone: string): string[] {
  const changes = changesOfYear(zone, 2026);
  const observances = changes.length > 0 ? changes.flatMap(observance) : fixed(zone);
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'];
}

interface OffsetChange {
  /** Wall time just before the change, which is what DTSTART says (RFC 5545 3.6.5). */
  readonly wall: Temporal.PlainDateTime;
  readonly from: string;
  readonly to: string;
}

function changesOfYear(zone: string, year: number): OffsetChange[] {
  const changes: OffsetChange[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(
    zone,
  );
  while ((at = at.getTimeZoneTransition('next')) && at.year === year) {
    const before = at.subtract({ seconds: 1 });
    changes.push({
      wall: before.toPlainDateTime().add({ seconds: 1 }),
      from: before.offset,
      to: at.offset,
    });
  }
  return changes;
}

/** The rules of today have held since 2007 or longer everywhere that we generate. */
const SINCE = 2007;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function observance({ wall, from, to }: OffsetChange): string[] {
  const kind = hours(to) > hours(from) ? 'DAYLIGHT' : 'STANDARD';
  const isLast = wall.day + 7 > wall.daysInMonth;
  const nth = isLast ? -1 : Math.ceil(wall.day / 7);
  const first = nthWeekday(wall, nth).toPlainDateTime(wall.toPlainTime());
  return [
    `BEGIN:${kind}`,
    `DTSTART:${basic(first)}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${wall.month};BYDAY=${nth}${WEEKDAYS[wall.dayOfWeek - 1]}`,
    `TZOFFSETFROM:${from.replace(':', '')}`,
    `TZOFFSETTO:${to.replace(':', '')}`,
    `END:${kind}`,
  ];
}

function fixed(zone: string): string[] {
  const offset = Temporal.PlainDate.from('2026-01-01').toZonedDateTime(zone).offset.replace(':', '');
  return [
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
  ];
}

function nthWeekday({ month, dayOfWeek }: Temporal.PlainDateTime, nth: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year: SINCE, month, day: 1 });
  const day = 1 + ((dayOfWeek - first.dayOfWeek + 7) % 7);
  const last = day + 7 * Math.floor((first.daysInMonth - day) / 7);
  return first.with({ day: nth === -1 ? last : day + 7 * (nth - 1) });
}

const hours = (offset: string): number => Number(offset.slice(0, 3));

const basic = (wall: Temporal.PlainDateTime): string =>
  wall.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
