import type { EventInput } from '@fullcalendar/react';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { useWatching } from '../live/use-watching.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { Notice } from '../ui/display/notice.tsx';
import { Drawer } from '../ui/overlay/drawer.tsx';
import { AgendaToolbar } from './agenda-toolbar.tsx';
import { CalendarPanel } from './calendars/calendar-panel.tsx';
import { type Hidden, useHiddenCalendars } from './calendars/use-hidden-calendars.ts';
import { useEventEdits } from './edit/event-edits.ts';
import { EventEditsProvider } from './edit/event-edits-provider.tsx';
import { EventPanel } from './event/panel/event-panel.tsx';
import { AgendaGrid, type VisibleSpan } from './grid/agenda-grid.tsx';
import { calendarEvents } from './grid/calendar-events.ts';
import { ShortcutSheet } from './keys/shortcut-sheet.tsx';
import { useKeys } from './keys/use-keys.ts';
import { type AgendaPlace, useAgendaPlace } from './use-agenda-place.ts';
import { useDisplayZone } from './use-display-zone.ts';
import { ZoneSwitch } from './zone-switch.tsx';

export function AgendaPage() {
  const zones = useDisplayZone();
  return (
    <EventEditsProvider zone={zones.zone}>
      <Agenda zones={zones} />
    </EventEditsProvider>
  );
}

function Agenda({ zones }: { readonly zones: ReturnType<typeof useDisplayZone> }) {
  const { words } = useReader();
  const place = useAgendaPlace(zones.zone);
  const hidden = useHiddenCalendars();
  const [span, setSpan] = useState<VisibleSpan | null>(null);
  const [open, setOpen] = useState<'help' | 'calendars' | null>(null);
  const close = () => setOpen(null);
  const help = useCallback(() => setOpen('help'), []);
  useKeys({
    today: place.toToday,
    next: () => place.step(1),
    previous: () => place.step(-1),
    month: () => place.show({ view: 'month' }),
    week: () => place.show({ view: 'week' }),
    day: () => place.show({ view: 'day' }),
    list: () => place.show({ view: 'list' }),
    help,
  });
  usePageTitle(words.shell.agenda);
  const { events, opened, error, loading } = useShownEvents(span, place.event, hidden);
  const title = span?.title ?? '';
  const panel = <CalendarPanel hidden={hidden} />;
  return (
    <div className="group/agenda flex h-full min-h-[32rem]">
      <div className="flex min-w-0 flex-1 flex-col bg-surface">
        <AgendaToolbar
          place={place}
          zone={zones.zone}
          title={title}
          week={useWeekNumber(place)}
          loading={loading}
          onHelp={help}
          onCalendars={() => setOpen('calendars')}
        />
        {error && (
          <div className="p-3">
            <Notice tone="warn" title={words.agenda.failed} />
          </div>
        )}
        <section aria-label={words.agenda.grid({ title })} className="min-h-0 flex-1">
          <PlacedGrid place={place} zone={zones.zone} events={events} onSpan={setSpan} />
        </section>
        <ZoneSwitch {...zones} />
      </div>
      <aside
        aria-label={words.agenda.calendars}
        // What stands beside the agenda takes its place where there is no room for both.
        className="hidden w-68 shrink-0 overflow-y-auto border-l border-line bg-surface lg:block lg:max-2xl:group-has-data-beside/agenda:hidden"
      >
        {panel}
      </aside>
      <Drawer open={open === 'calendars'} onClose={close} title={words.agenda.calendars}>
        {panel}
      </Drawer>
      <ShortcutSheet open={open === 'help'} onClose={close} />
      <EventPanel
        id={place.event}
        event={opened}
        loading={loading}
        zone={zones.zone}
        onClose={() => place.show({})}
      />
    </div>
  );
}

interface PlacedGridProps {
  readonly place: AgendaPlace;
  readonly zone: string;
  readonly events: EventInput[];
  readonly onSpan: (span: VisibleSpan) => void;
}

/** The grid where the address says, and the ways from it to a day, a week, an event. */
function PlacedGrid({ place: { view, date, show }, zone, events, onSpan }: PlacedGridProps) {
  const toDay = useCallback((day: string) => show({ view: 'day', date: day }), [show]);
  const toWeek = useCallback((day: string) => show({ view: 'week', date: day }), [show]);
  return (
    <AgendaGrid
      view={view}
      date={date.toString()}
      zone={zone}
      events={events}
      onSpan={onSpan}
      onEvent={(event) => show({ event })}
      onDay={toDay}
      onWeek={toWeek}
    />
  );
}

/** Null where weeks begin on another day, or several are in sight: then no number is theirs. */
function useWeekNumber({ view, date }: AgendaPlace): number | null {
  const { firstWeekday } = useFormats();
  const one = view !== 'month' && view !== 'list';
  return firstWeekday === 1 && one ? (date.weekOfYear ?? null) : null;
}

/** Events of what is in sight; the last ones stay until the new ones are there. @param eventId of the one that is open */
function useShownEvents(span: VisibleSpan | null, eventId: string | null, hidden: Hidden) {
  const { words } = useReader();
  const { calendars, byId } = useCalendars();
  useWatching(calendars?.filter(({ id, enabled }) => enabled && !hidden.has(id)).map(({ id }) => id));
  const asked = span ? { from: span.from, to: span.to } : skipToken;
  const { data, error, isPlaceholderData, isPending } = trpc.agenda.events.useQuery(asked, {
    placeholderData: keepPreviousData,
  });
  const { shown } = useEventEdits();
  const events = useMemo(
    () => calendarEvents(shown(data ?? []), { hidden: hidden.has, calendars: byId, words }),
    [data, shown, hidden, byId, words],
  );
  const opened = eventId === null ? undefined : data?.find(({ id }) => id === eventId);
  return { events, opened: opened ?? null, error, loading: isPlaceholderData || isPending };
}
