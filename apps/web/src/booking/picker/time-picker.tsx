import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import type { CivilDate } from '../../time/civil/civil-date.ts';
import { dateIn, readAlike } from '../../time/civil/zoned.ts';
import { browserZone } from '../../time/zone-name.ts';
import { Notice } from '../../ui/display/notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import type { Slot } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useReader } from '../language/reader.ts';
import { DayTimes } from './day-times.tsx';
import { type DateSpan, isOn } from './grid/grid-page.ts';
import { MonthGrid } from './grid/month-grid.tsx';
import { LiveDot } from './live-dot.tsx';
import { NoSlots } from './no-slots.tsx';
import { type ShownSlot, slotsShown } from './slots/slot-board.ts';
import { useGoneSaid } from './slots/use-gone-said.ts';
import type { NextSlotSearch } from './slots/use-next-slot.ts';
import type { SlotQuestion } from './slots/use-slot-board.ts';
import { useFirstDay } from './use-first-day.ts';
import { type PickerDays, usePickerDays } from './use-picker-days.ts';
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
  const { zone, date, onDate, zoneShown } = props;
  const shown = zoneShown === 'mine' ? browserZone() : zone;
  const days = usePickerDays(props, date, shown);
  const { page, slots, show } = days;
  const search = useFirstDay(props, days, { date, onDate, shown });
  const times = useRef<HTMLDivElement>(null);
  const { verified } = slots.board;
  const tellVerified = useEffectEvent(() => props.onVerified?.(verified));
  useEffect(() => tellVerified(), [verified]);
  return (
    <div className="grid gap-x-8 gap-y-6 md:grid-cols-[minmax(0,21rem)_minmax(0,1fr)]">
      {!verified && <UnverifiedNotice />}
      <div>
        <MonthGrid
          page={page}
          title={days.title}
          onShow={(day) => {
            slots.lookAway();
            show(day);
          }}
          today={days.today}
          selected={date}
          counts={days.counts}
          loading={!days.loaded && !slots.error}
          onSelect={(day) => {
            slots.lookAway();
            onDate(day);
            // On a phone they may lie below the window; elsewhere this moves nothing.
            requestAnimationFrame(() => times.current?.scrollIntoView({ block: 'nearest' }));
          }}
        />
      </div>
      <div ref={times} className="min-w-0">
        <Times picker={props} shown={shown} days={days} search={search} />
      </div>
    </div>
  );
}

interface TimesProps {
  readonly picker: TimePickerProps;
  /** IANA name of the zone that times are shown in. */
  readonly shown: string;
  readonly days: PickerDays;
  readonly search: NextSlotSearch;
}

/** On whose clock times are shown, and those of the chosen day; or why there are none. */
function Times({ picker, shown, days, search }: TimesProps) {
  const { zone, date, chosen, zoneShown, onZoneShown } = picker;
  const { clock } = useApi();
  const mine = browserZone();
  const list = timesOf(picker, days, shown);
  useGoneSaid(list, shown);
  const instants = list.map(({ start }) => start);
  const differs = !readAlike(instants.length > 0 ? instants : [clock.now()], zone, mine);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <ZoneLine
          studio={zone}
          mine={mine}
          shown={zoneShown}
          at={instants[0] ?? clock.now()}
          differs={differs}
          onChange={(next) => {
            const start = chosen ?? instants[0];
            onZoneShown(next, start ? dateIn(start, next === 'mine' ? mine : zone) : date);
          }}
        />
        <LiveDot live={days.slots.live} />
      </div>
      {picker.notice}
      <TimesFound picker={picker} shown={shown} days={days} search={search} list={list} differs={differs} />
    </>
  );
}

/** What stands under the chosen day, where it is in sight; what overlaps a time that is chosen already is left out. */
function timesOf(
  { date, chosen, besides, minutes }: TimePickerProps,
  { page, slots }: PickerDays,
  shown: string,
): readonly ShownSlot[] {
  if (date === null || !isOn(page, date)) return [];
  return slotsShown(slots.board, date, shown, chosen).filter(
    ({ start }) => !besides || Math.abs(start.getTime() - besides.getTime()) >= minutes * 60_000,
  );
}

interface TimesFoundProps extends TimesProps {
  readonly list: readonly ShownSlot[];
  /** Whether the visitor's clock shows something else. */
  readonly differs: boolean;
}

function TimesFound({ picker, shown, days, search, list, differs }: TimesFoundProps) {
  const { words } = useReader();
  const { clock } = useApi();
  const { date, zone, zoneShown } = picker;
  const { page, slots, loaded, title } = days;
  if (slots.error)
    return <ProblemPanel title={words.time.loadFailed} error={slots.error} onRetry={slots.retry} />;
  if (!loaded) return <SlotsSkeleton />;
  if (date === null || !isOn(page, date)) {
    const look = () => search.look(endOf(page, clock.now()));
    return <NoSlots title={title} next={search.state} onLook={look} otherWays={picker.otherWays} />;
  }
  const beside =
    zoneShown === 'mine'
      ? ({ zone, words: 'studios' } as const)
      : ({ zone: browserZone(), words: 'yours' } as const);
  return (
    <DayTimes
      date={date}
      slots={list}
      zone={shown}
      beside={differs ? beside : null}
      chosen={picker.chosen}
      present={picker.present ?? null}
      minutes={picker.minutes}
      names={picker.names ?? null}
      onChoose={picker.onChoose}
    />
  );
}

function UnverifiedNotice() {
  const { words } = useReader();
  return (
    <div className="md:col-span-2">
      <Notice tone="warn" title={words.time.unverified} hint={words.time.unverifiedHint} />
    </div>
  );
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
