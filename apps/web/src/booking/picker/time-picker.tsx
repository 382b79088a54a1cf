import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { type CivilDate, monthOf } from '../../time/civil/civil-date.ts';
import { dateIn, readAlike } from '../../time/civil/zoned.ts';
import { browserZone } from '../../time/zone-name.ts';
import { Notice } from '../../ui/display/notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import type { Slot } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { useAnnounce } from '../frame/announcer.tsx';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useReader } from '../language/reader.ts';
import { heldSpan } from './gone-words.ts';
import { type DateSpan, isOn } from './grid-page.ts';
import { LiveDot } from './live-dot.tsx';
import { MonthGrid } from './month-grid.tsx';
import { NoSlots } from './no-slots.tsx';
import { isKnown, type ShownSlot, slotsByDate, slotsShown } from './slot-board.ts';
import { SlotList } from './slot-list.tsx';
import { useGoneSaid } from './use-gone-said.ts';
import { useGridPage } from './use-grid-page.ts';
import { useNextSlot } from './use-next-slot.ts';
import { type SlotQuestion, useSlotBoard } from './use-slot-board.ts';
import { ZoneLine } from './zone-line.tsx';

export interface TimePickerProps extends SlotQuestion {
  readonly minutes: number;
  readonly date: CivilDate | null;
  readonly onDate: (date: CivilDate) => void;
  readonly chosen: Date | null;
  readonly onChoose: (slot: Slot) => void;
  readonly zoneShown: 'studio' | 'mine';
  readonly onZoneShown: (zone: 'studio' | 'mine', date: CivilDate | null) => void;
  readonly hold?: string | null;
  readonly placing?: boolean;
  /** Told whether all calendars answer, whenever that changes. */
  readonly onVerified?: (verified: boolean) => void;
  /** A time that is chosen already: what overlaps it is no second choice. */
  readonly besides?: Date | null;
  /** Where the booking that is to be moved lies now: free for it, and no other time. */
  readonly present?: Date;
  readonly names?: ReadonlyMap<string, string> | null;
  readonly otherWays?: ReactNode;
  /** Above the times of the day, such as that one was just taken. */
  readonly notice?: ReactNode;
}

/** Day and time: weeks with their open days, and the times of the one that is chosen. Live. */
export function TimePicker(props: TimePickerProps) {
  const { artist, serviceId, zone, date, onDate, chosen, zoneShown, onZoneShown } = props;
  const { words, formats } = useReader();
  const { clock } = useApi();
  const announce = useAnnounce();
  const mine = browserZone();
  const shown = zoneShown === 'mine' ? mine : zone;
  const today = dateIn(clock.now(), shown);
  const { page, near, show } = useGridPage(date, today, formats.firstWeekday);
  const slots = useSlotBoard({
    artist,
    serviceId,
    zone,
    page,
    near,
    hold: props.hold ?? null,
    placing: props.placing ?? false,
    moving: props.moving ?? null,
  });
  const { board } = slots;
  const tellVerified = useEffectEvent((verified: boolean) => props.onVerified?.(verified));
  useEffect(() => tellVerified(board.verified), [board.verified]);
  const byDate = useMemo(() => slotsByDate(board, shown), [board, shown]);
  const counts = useMemo(() => new Map([...byDate].map(([day, list]) => [day, list.length])), [byDate]);
  const loaded = isKnown(board, page);
  const open = useMemo(() => [...byDate.keys()].filter((day) => isOn(page, day)).toSorted(), [byDate, page]);
  const search = useNextSlot(
    { artist, serviceId, zone, moving: props.moving ?? null },
    useCallback(
      ({ start }: Slot) => {
        const day = dateIn(start, shown);
        show(day);
        onDate(day);
      },
      [onDate, show, shown],
    ),
  );
  const first = open.find((day) => monthOf(day) === page.month) ?? open[0] ?? null;
  const isInSight = date !== null && isOn(page, date);
  const title = formats.months(page.month, page.lastMonth);

  // The first open day in sight is chosen by itself; in the beginning also a later one.
  const chooseFirst = useEffectEvent(() => {
    if (isInSight) return;
    if (first) onDate(first);
    else if (date === null) search.look(clock.now());
  });
  const sayPage = useEffectEvent(() => {
    const days = words.time.openDays({ count: open.length });
    announce(words.time.shown({ month: title, days }));
  });
  useEffect(() => {
    if (loaded) chooseFirst();
  }, [loaded, page, first]);
  useEffect(() => {
    if (loaded) sayPage();
  }, [loaded, page]);

  const apart = ({ start }: Slot) =>
    !props.besides || Math.abs(start.getTime() - props.besides.getTime()) >= props.minutes * 60_000;
  const list = isInSight ? slotsShown(board, date, shown, chosen).filter(apart) : [];
  useGoneSaid(list, shown);
  const instants = list.map(({ start }) => start);
  const differs = !readAlike(instants.length > 0 ? instants : [clock.now()], zone, mine);
  const times = useRef<HTMLDivElement>(null);
  const select = (day: CivilDate) => {
    slots.lookAway();
    onDate(day);
    // On a phone they may lie below the window; elsewhere this moves nothing.
    requestAnimationFrame(() => times.current?.scrollIntoView({ block: 'nearest' }));
  };
  const showZone = (next: 'studio' | 'mine') => {
    const start = chosen ?? list[0]?.start;
    onZoneShown(next, start ? dateIn(start, next === 'mine' ? mine : zone) : date);
  };

  return (
    <div className="grid gap-x-8 gap-y-6 md:grid-cols-[minmax(0,21rem)_minmax(0,1fr)]">
      {!board.verified && (
        <div className="md:col-span-2">
          <Notice tone="warn" title={words.time.unverified} hint={words.time.unverifiedHint} />
        </div>
      )}
      <div>
        <MonthGrid
          page={page}
          title={title}
          onShow={(day) => {
            slots.lookAway();
            show(day);
          }}
          today={today}
          selected={date}
          counts={counts}
          loading={!loaded && !slots.error}
          onSelect={select}
        />
      </div>
      <div ref={times} className="min-w-0">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
          <ZoneLine
            studio={zone}
            mine={mine}
            shown={zoneShown}
            at={instants[0] ?? clock.now()}
            differs={differs}
            onChange={showZone}
          />
          <LiveDot live={slots.live} />
        </div>
        {props.notice}
        {slots.error ? (
          <ProblemPanel title={words.time.loadFailed} error={slots.error} onRetry={slots.retry} />
        ) : !loaded ? (
          <SlotsSkeleton />
        ) : isInSight ? (
          <section aria-label={words.time.timesOn({ date: formats.longDate(date) })}>
            <h3 className="mb-3 text-base font-semibold first-letter:uppercase">{formats.longDate(date)}</h3>
            {list.length === 0 && (
              <div className="rounded-2xl bg-sunken p-5">
                <p className="font-semibold">{words.time.noDay}</p>
                <p className="text-soft">{words.time.noDayHint}</p>
              </div>
            )}
            <HeldLine slots={list} zone={shown} />
            <SlotList
              slots={list}
              zone={shown}
              beside={differs ? besideOf(zoneShown, zone, mine) : null}
              chosen={chosen}
              present={props.present ?? null}
              minutes={props.minutes}
              names={props.names ?? null}
              onChoose={props.onChoose}
            />
          </section>
        ) : (
          <NoSlots
            title={title}
            next={search.state}
            onLook={() => search.look(endOf(page, clock.now()))}
            otherWays={props.otherWays}
          />
        )}
      </div>
    </div>
  );
}

/** What somebody is just booking, in one line: the starts below that it takes may come back. */
function HeldLine({ slots, zone }: { readonly slots: readonly ShownSlot[]; readonly zone: string }) {
  const { words, formats } = useReader();
  const held = heldSpan(slots.filter(({ gone, why }) => gone && why?.reason === 'HELD'));
  if (!held) return null;
  const span = { from: formats.time(held.start, zone), to: formats.time(held.end, zone) };
  return <p className="mb-3 text-[13px] text-soft">{words.time.heldSaid(span)}</p>;
}

function besideOf(shown: 'studio' | 'mine', studio: string, mine: string) {
  return shown === 'mine'
    ? ({ zone: studio, words: 'studios' } as const)
    : ({ zone: mine, words: 'yours' } as const);
}

/** From where on the next free time is looked for: after this page, but never before now. */
function endOf({ to }: DateSpan, now: Date): Date {
  return new Date(Math.max(now.getTime(), Date.parse(`${to}T12:00:00Z`)));
}

function SlotsSkeleton() {
  return (
    <div>
      <Skeleton className="mb-4 h-6 w-48" />
      <Skeleton className="mb-2 h-4 w-16" />
      <div className="grid grid-cols-[repeat(auto-fill,minmax(5.75rem,1fr))] gap-2">
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} className="h-12 rounded-xl" />
        ))}
      </div>
    </div>
  );
}
