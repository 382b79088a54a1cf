import { CalendarPlus, ChevronLeft, ChevronRight, Keyboard, PanelRight, Search } from 'lucide-react';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { Button } from '../ui/controls/button.tsx';
import { IconButton } from '../ui/controls/icon-button.tsx';
import { Segments } from '../ui/controls/segments.tsx';
import { VIEWS } from './agenda-search.ts';
import type { AgendaPlace } from './use-agenda-place.ts';

interface AgendaToolbarProps {
  readonly place: AgendaPlace;
  readonly title: string;
  readonly week: number | null;
  readonly loading: boolean;
  readonly onSearch: () => void;
  readonly onQuick: () => void;
  readonly onHelp: () => void;
  readonly onCalendars: () => void;
}

export function AgendaToolbar({
  place,
  title,
  week,
  loading,
  onSearch,
  onQuick,
  onHelp,
  onCalendars,
}: AgendaToolbarProps) {
  const { words } = useReader();
  const { months } = useFormats();
  const month = place.date.toString().slice(0, 7);
  return (
    <div className="agenda-chrome agenda-title @container relative flex flex-wrap items-center gap-x-1 gap-y-2 border-b border-line bg-surface px-3 py-2 sm:gap-x-3 sm:px-4 sm:py-2.5">
      <div className="flex items-center max-sm:order-2 sm:gap-1">
        <Button size="small" onClick={place.toToday}>
          {words.agenda.today}
        </Button>
        <IconButton icon={ChevronLeft} label={words.agenda.previous} onClick={() => place.step(-1)} />
        <IconButton icon={ChevronRight} label={words.agenda.next} onClick={() => place.step(1)} />
        <span className="sm:hidden">
          <IconButton icon={PanelRight} label={words.agenda.showCalendars} onClick={onCalendars} />
        </span>
      </div>
      <h1
        aria-live="polite"
        className="min-w-0 text-base font-semibold first-letter:uppercase max-sm:order-1 max-sm:grow sm:text-lg"
      >
        <span className="max-sm:sr-only">{title}</span>
        {/* On a phone the strip and the list say the rest. */}
        <span aria-hidden className="inline-block first-letter:uppercase sm:hidden">
          {months(month, month)}
        </span>
        {week !== null && (
          <span className="ml-2 text-[13px] font-normal whitespace-nowrap text-soft max-sm:hidden @max-[54rem]:hidden">
            {words.agenda.week({ number: week })}
          </span>
        )}
      </h1>
      <div className="flex grow items-center justify-between gap-2 max-sm:order-3 max-sm:w-full sm:justify-end">
        <Segments
          label={words.agenda.view}
          value={place.view}
          options={VIEWS.map((value) => ({ value, label: words.agenda.views[value] }))}
          onChange={(view) => place.show({ view })}
        />
        <span className="flex shrink-0 items-center gap-1">
          <IconButton icon={Search} label={words.search.open} onClick={onSearch} />
          <span className="max-sm:hidden">
            <Button look="primary" size="small" onClick={onQuick}>
              <CalendarPlus aria-hidden className="size-4" />
              <span className="@max-[60rem]:sr-only">{words.quick.open}</span>
            </Button>
          </span>
          <span className="flex max-sm:hidden">
            {/* Beside an open panel one row is all there is: the key says it, too. */}
            <span className="@max-[54rem]:hidden">
              <IconButton icon={Keyboard} label={words.agenda.shortcuts} onClick={onHelp} />
            </span>
            <IconButton icon={PanelRight} label={words.agenda.showCalendars} onClick={onCalendars} />
          </span>
        </span>
      </div>
      {loading && <LoadingLine />}
    </div>
  );
}

function LoadingLine() {
  const { words } = useReader();
  return (
    <div role="status" className="absolute inset-x-0 -bottom-px h-0.5 overflow-hidden">
      <span className="sr-only">{words.agenda.loading}</span>
      <span aria-hidden className="block h-full w-1/3 animate-sweep bg-accent" />
    </div>
  );
}
