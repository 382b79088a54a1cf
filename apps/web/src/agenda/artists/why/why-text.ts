import type { StudioWords } from '@atelier/words/studio/en';
import type { OpeningHours, ServiceThen, StudioClosure } from '../../../api/answers.ts';
import { closedBy } from '../../../studio/explain/closed-by.ts';
import type { Formats } from '../../../time/formats.ts';

type Why = NonNullable<ServiceThen['why']>;
type InTheWay = NonNullable<Extract<Why, { readonly by: unknown }>['by']>;

export interface WhyReader {
  readonly words: StudioWords;
  readonly formats: Pick<Formats, 'time' | 'moment' | 'date' | 'length' | 'list'>;
  /** IANA name; in which times are said. */
  readonly zone: string;
  /** ISO date of the time that is asked about, in the artist's zone. */
  readonly date: string;
  readonly closures: {
    readonly hours: OpeningHours;
    readonly studio: readonly Pick<StudioClosure, 'from' | 'to' | 'reason'>[];
  };
  /** What stands there in the agenda, as far as this person may read it. */
  readonly titleOf: (start: Date, end: Date) => string | null;
}

/** Why clients are not offered a time, in a sentence that names what is in the way. */
export function whyText(why: Why, reader: WhyReader): string {
  const { words, formats, zone } = reader;
  const says = words.whyClosed;
  const time = (at: number) => formats.time(new Date(at), zone);
  switch (why.reason) {
    case 'CLOSED':
      return closedText(why, reader);
    case 'OFFGRID':
      return says.offGrid({ before: time(why.before), after: time(why.after) });
    case 'BUSY':
      return why.by === null ? says.chair : says.busy(thing(why.by, reader));
    case 'BUFFER': {
      if (why.by === null) return says.chair;
      return says.buffer({ ...thing(why.by, reader), length: formats.length(why.buffer) });
    }
    case 'HELD':
      return why.by === null ? says.chair : says.held(thing(why.by, reader));
    case 'NOTICE':
      return why.past ? says.past : says.notice({ when: formats.moment(new Date(why.earliest), zone) });
    case 'HORIZON':
      return says.horizon({ date: formats.date(why.last) });
    case 'LIMIT':
      return says.limit({ count: why.most });
  }
}

function closedText(
  { open, runsOver }: Extract<Why, { reason: 'CLOSED' }>,
  { words, formats, zone, date, closures }: WhyReader,
): string {
  const says = words.whyClosed;
  const time = (at: number) => formats.time(new Date(at), zone);
  if (open.length > 0) {
    const hours = formats.list(open.map(({ start, end }) => `${time(start)} – ${time(end)}`));
    return runsOver ? says.runsOver({ hours }) : says.outside({ hours });
  }
  const closed = closedBy(date, closures.hours, closures.studio);
  const reason = 'reason' in closed && closed.reason !== '' ? ` (${closed.reason})` : '';
  return `${words.explain.closed[closed.kind]}${reason}`;
}

function thing({ kind, start, end }: InTheWay, { words, formats, zone, titleOf }: WhyReader) {
  const [from, to] = [new Date(start), new Date(end)];
  const title = kind === 'held' ? null : titleOf(from, to);
  const what = title === null ? words.whyClosed.kinds[kind] : words.whyClosed.named({ title });
  return { what, from: formats.time(from, zone), to: formats.time(to, zone) };
}

export interface WhyGroup {
  readonly text: string;
  readonly offered: boolean;
  readonly services: readonly ServiceThen[];
}

/** Services with the same answer together, those that are offered first. */
export function whyGroups(services: readonly ServiceThen[], reader: WhyReader): readonly WhyGroup[] {
  const { words } = reader;
  const groups = Map.groupBy(services, ({ why }) => (why ? whyText(why, reader) : words.whyClosed.offered));
  return [...groups]
    .map(([text, of]) => ({ text, services: of, offered: of.every(({ why }) => why === null) }))
    .toSorted((a, b) => Number(b.offered) - Number(a.offered));
}
