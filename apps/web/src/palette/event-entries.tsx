import { eventTitle } from '../agenda/event/event-title.ts';
import { useSearch } from '../agenda/search/use-search.ts';
import { colourOf } from '../calendars/colour.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { dateIn } from '../time/zone.ts';
import { ColourDot } from '../ui/display/colour-dot.tsx';
import { type Doing, Entries, Entry } from './entry.tsx';
import { useToAgenda } from './use-to-agenda.ts';

interface EventEntriesProps extends Doing {
  readonly text: string;
  readonly zone: string;
}

const SHORTEST = 2;
const MOST = 7;

/** Events whose words were typed, those to come first. */
export function EventEntries({ text, zone, onDone }: EventEntriesProps) {
  const { words } = useReader();
  const { date, time } = useFormats();
  const { byId } = useCalendars();
  const toAgenda = useToAgenda();
  const { events } = useSearch(text.trim().length < SHORTEST ? '' : text, zone);
  if (events.length === 0) return null;
  return (
    <Entries title={words.palette.events}>
      {events.slice(0, MOST).map((event) => {
        const calendar = byId.get(event.calendarId);
        const day = (event.startDate ?? dateIn(event.startsAt, zone)).toString();
        return (
          <Entry
            key={event.id}
            name={`event ${event.id}`}
            always
            icon={<ColourDot colour={calendar ? colourOf(calendar) : '#808080'} />}
            aside={event.allDay ? date(day) : `${date(day)}, ${time(event.startsAt, zone)}`}
            onSelect={() => {
              toAgenda({ date: day, event: event.id });
              onDone();
            }}
          >
            <span className="block truncate">{eventTitle(event, words)}</span>
          </Entry>
        );
      })}
    </Entries>
  );
}
