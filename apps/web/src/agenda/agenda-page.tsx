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
import { useHiddenCalendars } from './calendars/use-hidden-calendars.ts';
import { EventDialog } from './event/event-dialog.tsx';
import { AgendaGrid, type VisibleSpan } from './grid/agenda-grid.tsx';
import { calendarEvents } from './grid/calendar-events.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useAgendaKeys } from './use-agenda-keys.ts';
import { useAgendaPlace } from './use-agenda-place.ts';
import { useDisplayZone } from './use-display-zone.ts';
import { ZoneSwitch } from './zone-switch.tsx';

export function AgendaPage() {
  const { words } = useReader();
  const { firstWeekday } = useFormats();
  const zones = useDisplayZone();
  const place = useAgendaPlace(zones.zone);
  const hidden = useHiddenCalendars();
  const { calendars, byId } = useCalendars();
  const [span, setSpan] = useState<VisibleSpan | null>(null);
  const [open, setOpen] = useState<'help' | 'calendars' | null>(null);
  const close = () => setOpen(null);
  const help = useCallback(() => setOpen('help'), []);
  const { show } = place;
  const toDay = useCallback((date: string) => show({ view: 'day', date }), [show]);
  const toWeek = useCallback((date: string) => show({ view: 'week', date }), [show]);
  useAgendaKeys({ ...place, help });
  usePageTitle(words.shell.agenda);
  useWatching(calendars?.filter(({ id, enabled }) => enabled && !hidden.has(id)).map(({ id }) => id));

  const { data, error, isPlaceholderData, isPending } = useEventsIn(span);
  const events = useMemo(
    () => calendarEvents(data ?? [], { hidden: hidden.has, calendars: byId, words }),
    [data, hidden, byId, words],
  );
  const opened = place.event === null ? null : (data?.find((event) => event.id === place.event) ?? null);
  const week =
    firstWeekday === 1 && place.view !== 'month' && place.view !== 'list'
      ? (place.date.weekOfYear ?? null)
      : null;
  const panel = <CalendarPanel hidden={hidden} />;
  return (
    <div className="flex h-full min-h-[32rem]">
      <div className="flex min-w-0 flex-1 flex-col bg-surface">
        <AgendaToolbar
          place={place}
          title={span?.title ?? ''}
          week={week}
          loading={isPlaceholderData || isPending}
          onHelp={help}
          onCalendars={() => setOpen('calendars')}
        />
        {error && (
          <div className="p-3">
            <Notice tone="warn" title={words.agenda.failed} />
          </div>
        )}
        <section aria-label={words.agenda.grid({ title: span?.title ?? '' })} className="min-h-0 flex-1">
          <AgendaGrid
            view={place.view}
            date={place.date.toString()}
            zone={zones.zone}
            events={events}
            onSpan={setSpan}
            onEvent={(event) => place.show({ event })}
            onDay={toDay}
            onWeek={toWeek}
          />
        </section>
        <ZoneSwitch {...zones} />
      </div>
      <aside
        aria-label={words.agenda.calendars}
        className="hidden w-68 shrink-0 overflow-y-auto border-l border-line bg-surface lg:block"
      >
        {panel}
      </aside>
      <Drawer open={open === 'calendars'} onClose={close} title={words.agenda.calendars}>
        {panel}
      </Drawer>
      <ShortcutSheet open={open === 'help'} onClose={close} />
      <EventDialog
        id={place.event}
        event={opened}
        loading={isPending || isPlaceholderData}
        zone={zones.zone}
        onClose={() => place.show({})}
      />
    </div>
  );
}

/** Events of what is in sight; the last ones stay until the new ones are there. */
function useEventsIn(span: VisibleSpan | null) {
  return trpc.agenda.events.useQuery(span ? { from: span.from, to: span.to } : skipToken, {
    placeholderData: keepPreviousData,
  });
}
