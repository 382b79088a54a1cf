import { useHiddenCalendars } from '../agenda/calendars/use-hidden-calendars.ts';
import { colourOf } from '../calendars/colour.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { ColourDot } from '../ui/display/colour-dot.tsx';
import { type Doing, Entries, Entry } from './entry.tsx';
import { useToAgenda } from './use-to-agenda.ts';

/** Each calendar shown or hidden, or alone, in the agenda. */
export function CalendarEntries({ onDone }: Doing) {
  const { words } = useReader();
  const { calendars } = useCalendars();
  const hidden = useHiddenCalendars();
  const toAgenda = useToAgenda();
  const shown = calendars?.filter(({ enabled }) => enabled) ?? [];
  const ids = shown.map(({ id }) => id);
  const then = (change: () => void) => () => {
    change();
    toAgenda({});
    onDone();
  };
  return (
    <Entries title={words.agenda.calendars}>
      {shown.flatMap((calendar) => {
        const { id, name, ownerName } = calendar;
        const dot = <ColourDot colour={colourOf(calendar)} />;
        const toggle = hidden.has(id) ? words.agenda.show({ name }) : words.palette.hide({ name });
        const only = words.agenda.onlyHint({ name });
        return [
          <Entry
            key={id}
            name={`${toggle} ${id}`}
            also={[name, ownerName]}
            icon={dot}
            aside={ownerName}
            onSelect={then(() => hidden.toggle(id))}
          >
            {toggle}
          </Entry>,
          <Entry
            key={`only ${id}`}
            name={`${only} ${id}`}
            also={[name, ownerName]}
            icon={dot}
            aside={ownerName}
            onSelect={then(() => hidden.only([id], ids))}
          >
            {only}
          </Entry>,
        ];
      })}
      {ids.some(hidden.has) && (
        <Entry
          name={words.agenda.showAll}
          icon={<ColourDot colour="var(--ink-soft)" />}
          onSelect={then(hidden.clear)}
        >
          {words.agenda.showAll}
        </Entry>
      )}
    </Entries>
  );
}
