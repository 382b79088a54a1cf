import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { dateIn } from '../time/zone.ts';
import { Announcer } from '../ui/display/announcer.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { useEver } from '../ui/use-ever.ts';
import { useMedia } from '../ui/use-media.ts';
import { useStored } from '../ui/use-stored.ts';
import { AgendaToolbar } from './agenda-toolbar.tsx';
import { useHiddenCalendars } from './calendars/use-hidden-calendars.ts';
import { useEventEdits } from './edit/event-edits.ts';
import { EventEditsProvider, loadSeriesDialog } from './edit/event-edits-provider.tsx';
import { EventPanel, loadPanels } from './event/panel/event-panel.tsx';
import { GoToDialog } from './go-to/go-to-dialog.tsx';
import { DatedGrid } from './grid/dated-grid.tsx';
import { QuickAdd } from './quick/quick-add.tsx';
import { loadQuickForm } from './quick/quick-form.tsx';
import { useSearchSide } from './search/use-search-side.ts';
import { AgendaSide } from './side/agenda-side.tsx';
import { WeekStrip } from './side/week-strip.tsx';
import { type AgendaPlace, useAgendaPlace } from './use-agenda-place.ts';
import { useFetchedAhead } from './use-fetched-ahead.ts';
import { usePageKeys } from './use-page-keys.ts';
import { useShownEvents } from './use-shown-events.ts';
import { useSpans } from './use-spans.ts';
import type { VisibleSpan } from './visible-span.ts';
import { type DisplayZone, useDisplayZone } from './zones/use-display-zone.ts';
import { ZoneSwitch } from './zones/zone-switch.tsx';

const ArtistDay = lazy(() =>
  import('./artists/artist-day.tsx').then((file) => ({ default: file.ArtistDay })),
);

const loadSearch = () => import('./search/search-panel.tsx');

/** Whoever presses a key types on at once. */
const OPENED_HERE = [loadPanels, loadQuickForm, loadSearch, loadSeriesDialog];

export function AgendaPage() {
  const zones = useDisplayZone();
  return (
    <Announcer>
      <EventEditsProvider zone={zones.zone}>
        <Agenda zones={zones} />
      </EventEditsProvider>
    </Announcer>
  );
}

// With it comes the grammar of dates.
const SearchPanel = lazy(() => loadSearch().then((file) => ({ default: file.SearchPanel })));

const ShortcutSheet = lazy(() =>
  import('./keys/shortcut-sheet.tsx').then((file) => ({ default: file.ShortcutSheet })),
);
const SecondZoneDialog = lazy(() =>
  import('./zones/second-zone-dialog.tsx').then((file) => ({ default: file.SecondZoneDialog })),
);

type Layer = 'quick' | 'search' | 'help' | 'calendars' | 'goTo' | 'secondZone';

function Agenda({ zones }: { readonly zones: DisplayZone }) {
  const { words } = useReader();
  const place = useAgendaPlace(zones.zone);
  const hidden = useHiddenCalendars();
  const [span, setSpan] = useSpans(place, zones.zone);
  const [open, setOpen] = useState<Layer | null>(null);
  const side = useSide(() => setOpen('calendars'));
  const close = () => setOpen(null);
  const helped = useEver(open === 'help');
  const compared = useEver(open === 'secondZone');
  const help = () => setOpen('help');
  const quick = () => setOpen('quick');
  const pick = (date: string) => place.show({ date });
  const second = () => setOpen('secondZone');
  const phone = useMedia('(max-width: 639px)');
  const search = useSearchSide({ place, hidden, zone: zones.zone, onOpen: () => setOpen('search') });
  usePageKeys({
    place,
    hidden,
    zone: zones.zone,
    onHelp: help,
    onQuick: quick,
    onGoTo: () => setOpen('goTo'),
    onSearch: search.open,
    onSidebar: side.toggle,
    onZone: () => (zones.beside === null ? second() : zones.swap()),
  });
  useBegun(place);
  usePageTitle(words.shell.agenda);
  const { events, alsoIn, opened, error, loading } = useShownEvents(place, span, hidden);
  useFetchedAhead(OPENED_HERE, useEver(!loading));
  const View = place.view === 'artists' ? ArtistDay : DatedGrid;
  const today = Temporal.Now.plainDateISO(zones.zone);
  return (
    <div className="group/agenda flex h-full min-h-[32rem]">
      <div className="flex min-w-0 flex-1 flex-col bg-surface">
        <AgendaToolbar
          place={place}
          title={span?.title ?? ''}
          week={useWeekNumber(place)}
          loading={loading}
          onSearch={search.open}
          onQuick={quick}
          onHelp={help}
          onCalendars={side.toggle}
        />
        {place.view !== 'month' && place.view !== 'week' && (
          <WeekStrip date={place.date} today={today} zone={zones.zone} hidden={hidden} onPick={pick} />
        )}
        {error && (
          <div className="p-3">
            <Notice tone="warn" title={words.agenda.failed} />
          </div>
        )}
        <Suspense fallback={<Skeleton className="m-4 flex-1" />}>
          <View {...{ place, zones, events, alsoIn, span }} found={search.found} onSpan={setSpan} />
        </Suspense>
        <QuickAdd zone={zones.zone} open={open === 'quick'} onOpen={quick} onClose={close} />
        <ZoneSwitch zones={zones} onSecond={second} />
      </div>
      <AgendaSide
        hidden={hidden}
        date={place.date}
        today={today}
        shown={shownDays(span, zones.zone, place.date)}
        onPick={pick}
        beside={side.beside}
        open={open === 'calendars'}
        onClose={close}
      />
      {open === 'search' && (
        <Suspense>
          <SearchPanel
            zone={zones.zone}
            text={search.text}
            onText={search.setText}
            onClose={() => search.close(close)}
            onFound={(event) => {
              search.show(event);
              // There the sheet lies over the day that it leads to.
              if (phone) close();
            }}
          />
        </Suspense>
      )}
      <GoToDialog open={open === 'goTo'} zone={zones.zone} onClose={close} onPick={pick} />
      <Suspense>
        {helped && <ShortcutSheet open={open === 'help'} onClose={close} />}
        {compared && <SecondZoneDialog open={open === 'secondZone'} onClose={close} zones={zones} />}
      </Suspense>
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

/** What an address asks to be begun is begun once: nobody finds it again who goes back or reloads. */
function useBegun({ begin, show }: AgendaPlace): void {
  const edits = useEventEdits();
  const begun = useEffectEvent(({ at, minutes, calendarId }: NonNullable<AgendaPlace['begin']>) => {
    show({});
    const start = new Date(at);
    edits.openDraft({ allDay: false, start, end: new Date(+start + minutes * 60_000), calendarId });
  });
  useEffect(() => {
    if (begin) begun(begin);
  }, [begin]);
}

/** The calendars stand beside the page unless they were put away; on a small screen they open over it. */
function useSide(openOver: () => void) {
  const wide = useMedia('(min-width: 1024px)');
  const [shown, store] = useStored('atelier.sidebar', (stored) => stored !== 'hidden', sideText);
  return { beside: wide && shown, toggle: () => (wide ? store(!shown) : openOver()) };
}

const sideText = (shown: boolean) => (shown ? 'shown' : 'hidden');

function shownDays(
  span: VisibleSpan | null,
  zone: string,
  date: Temporal.PlainDate,
): readonly [Temporal.PlainDate, Temporal.PlainDate] {
  return span ? [dateIn(span.from, zone), dateIn(span.to, zone).subtract({ days: 1 })] : [date, date];
}

/** Null where weeks begin on another day, or several are in sight: then no number is theirs. */
function useWeekNumber({ view, date }: AgendaPlace): number | null {
  const { firstWeekday } = useFormats();
  const one = view !== 'month' && view !== 'list';
  return firstWeekday === 1 && one ? (date.weekOfYear ?? null) : null;
}
