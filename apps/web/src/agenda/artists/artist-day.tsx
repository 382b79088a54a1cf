import { UsersRound } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { instantAt } from '../../time/zone.ts';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import type { Speech } from '../cursor/grid-words.ts';
import { useDraftDesk } from '../edit/drafts/open-draft.ts';
import { useEventEdits } from '../edit/event-edits.ts';
import { useSigns } from '../edit/use-signs.ts';
import { placingOf } from '../gesture/placing.ts';
import { timed, type WallSpan } from '../gesture/wall-span.ts';
import { AgendaGrid, withoutPointer } from '../grid/agenda-grid.tsx';
import { calendarEvents } from '../grid/calendar-events.ts';
import { draftSpan } from '../grid/draft-span.ts';
import { GridFrame } from '../grid/grid-frame.tsx';
import { useLooks } from '../grid/use-looks.ts';
import type { ViewProps } from '../visible-span.ts';
import { ColumnHeaders } from './column-headers.tsx';
import { byDays, type Column, columnAt, columnsOf } from './columns.ts';
import { ExplainDialog } from './explain-dialog.tsx';
import { OverColumns } from './over/over-columns.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { useArtistBoard } from './use-artist-board.ts';
import { useArtistWishes } from './use-artist-wishes.ts';
import { type Asked, WhyDialog } from './why/why-dialog.tsx';

const NEW_MINUTES = 60;

/** A day with a column for each artist, their requests among it. */
export function ArtistDay(props: ViewProps) {
  const { words } = useReader();
  const artists = trpc.artists.list.useQuery();
  const columns = useMemo(() => columnsOf(artists.data ?? []), [artists.data]);
  useDaySpan(props);
  if (artists.data && columns.length === 0)
    return <EmptyState icon={UsersRound} title={words.artistDay.none} hint={words.artistDay.noneHint} />;
  return columns.length > 0 && <Columns key={columns.length} {...props} columns={columns} />;
}

/** Which events are asked for: those of the day, whatever FullCalendar takes the columns for. */
function useDaySpan({ place: { date }, zones: { zone }, onSpan }: ViewProps): void {
  const { longDate } = useFormats();
  const day = date.toString();
  useEffect(() => {
    const shown = Temporal.PlainDate.from(day);
    const [from, to] = [instantAt(shown, 0, zone), instantAt(shown, 24, zone)];
    onSpan('artists', { from, to, title: longDate(shown) });
  }, [day, zone, onSpan, longDate]);
}

function Columns(props: ViewProps & { readonly columns: readonly Column[] }) {
  const { place, zones, columns, events, span } = props;
  const { date, show, step } = place;
  const { words } = useReader();
  const calendars = useLooks();
  const speech = useColumnSpeech(columns, date);
  const board = useArtistBoard({ events, columns, date, zone: zones.zone });
  const [request, setRequest] = useState<string | null>(null);
  const [explained, setExplained] = useState<string | null>(null);
  const edits = useEventEdits();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (at: Temporal.PlainDateTime) => {
    const column = columns[columnAt(date, at.toPlainDate())];
    if (column) setAsked({ column, at: date.toPlainDateTime(at.toPlainTime()) });
  };
  const onWish = useArtistWishes({
    zone: zones.zone,
    date,
    columns,
    find: board.find,
    onOpen: (event) => show({ event }),
    onRequest: setRequest,
    onStep: step,
    onAsk: ask,
  });
  const signOf = useSigns();
  const inputs = useMemo(
    () =>
      board.events.flatMap(({ id, event, span: at }) =>
        calendarEvents([event], {
          calendars,
          signOf,
          words,
          formats: speech.formats,
          zone: zones.zone,
        }).map((input) => ({
          ...input,
          id,
          start: at.allDay ? at.start.toPlainDate().toString() : at.start.toString(),
          end: at.allDay ? at.end.toPlainDate().toString() : at.end.toString(),
        })),
      ),
    [board.events, calendars, signOf, words, speech, zones.zone],
  );
  const views = useMemo(
    () => ({
      timeGridArtists: { type: 'timeGrid', duration: { days: columns.length }, dateAlignment: 'day' },
    }),
    [columns.length],
  );
  const now = Temporal.Now.zonedDateTimeISO(zones.zone);
  return (
    <>
      <GridFrame
        title={span?.title ?? ''}
        sight={board.sight}
        start={{ day: date, minute: Math.floor((now.hour * 60 + now.minute) / 30) * 30, event: null }}
        speech={speech}
        draft={useColumnDraft(columns, zones.zone)}
        find={(id) => board.find(id)?.event}
        held={board.held}
        onWish={onWish}
        onDay={() => undefined}
        // Many artists on a small screen: the columns stay wide enough to be read, and scroll sideways.
        minWidth={columns.length * 110 + 64}
        header={<ColumnHeaders columns={columns} onExplain={setExplained} />}
        over={<OverColumns columns={columns} date={date} zone={zones.zone} onAsk={ask} />}
      >
        <AgendaGrid
          fcView="timeGridArtists"
          views={views}
          date={date.toString()}
          // Columns are days on which clocks never change.
          zone="UTC"
          clocks={[zones.zone, zones.beside]}
          events={inputs}
          eventClick={({ event, jsEvent }) =>
            withoutPointer(jsEvent) && onWish({ kind: 'open', id: event.id })
          }
          nowIndicator={false}
          navLinks={false}
          weekNumbers={false}
          dayHeaders={false}
        />
      </GridFrame>
      <WhyDialog
        asked={asked}
        zone={zones.zone}
        events={events}
        onClose={() => setAsked(null)}
        onMake={({ column, at }) => {
          setAsked(null);
          const calendarId = column.calendarId ?? undefined;
          edits.openDraft({ ...placingOf(timed(at, NEW_MINUTES), zones.zone), calendarId });
        }}
      />
      <RequestDialog bookingId={request} onClose={() => setRequest(null)} />
      <ExplainDialog slug={explained} date={date.toString()} onClose={() => setExplained(null)} />
    </>
  );
}

/** Where a day stands for a column, whoever listens hears the artist and the day. */
function useColumnSpeech(columns: readonly Column[], date: Temporal.PlainDate): Speech {
  const { words } = useReader();
  const formats = useFormats();
  return useMemo(() => {
    const day: Speech['formats']['day'] = (at) => {
      const column = columns[columnAt(date, Temporal.PlainDate.from(at.toString()))];
      return column ? `${column.name}, ${formats.day(date)}` : formats.day(at);
    };
    return { words, formats: { day, time: formats.time, list: formats.list } };
  }, [columns, date, words, formats]);
}

/** What is being typed, in the column of whose calendar it is for. */
function useColumnDraft(columns: readonly Column[], zone: string): WallSpan | null {
  const { open } = useDraftDesk();
  const typed = open?.draft;
  return useMemo(() => {
    const column = columns.findIndex(({ calendarId }) => calendarId === typed?.calendarId);
    return typed && column >= 0 ? byDays(draftSpan(typed, zone), column) : null;
  }, [typed, columns, zone]);
}
