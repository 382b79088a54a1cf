import { useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { parseTime, timeText } from '../../time/typed-time.ts';
import { useWhen } from '../../time/use-when.ts';
import { wallInstant } from '../../time/wall-instant.ts';
import { dateIn, wallClock } from '../../time/zone.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { FreeTimes } from './free-times.tsx';
import { TimeNote } from './time-note.tsx';
import { useFreeSlots } from './use-free-slots.ts';
import { WeekStrip } from './week-strip.tsx';
import { weeksShown } from './weeks-shown.ts';

export interface TimePickerProps {
  /** Slug. */
  readonly artist: string;
  readonly serviceId: string | null;
  /** Minutes of the appointment; where the service says it, null. */
  readonly length: number | null;
  readonly zone: string;
  readonly value: Date | null;
  readonly onChange: (start: Date | null) => void;
  /** Several can be chosen: those that are, and what a touch on a free one does. */
  readonly several?: { readonly chosen: readonly Date[]; readonly onToggle: (start: Date) => void };
  /** Where to begin while nothing is chosen. */
  readonly near?: Date;
  /** Id of the booking that is being moved: it is not in its own way. */
  readonly moving?: string;
  /** Beside the field, as when nothing was chosen. */
  readonly error?: string | undefined;
}

/** A day and a time: out of what is free, or any other that is typed. */
export function TimePicker(props: TimePickerProps) {
  const { artist, serviceId, length, zone, value, onChange, several } = props;
  const { firstWeekday } = useFormats();
  const [date, setDate] = useState(() => dateIn(value ?? props.near ?? new Date(), zone).toString());
  const [typed, setTyped] = useState(() => (value ? wallTime(value, zone) : ''));
  const [dates, setDates] = useState(() => weeksShown([], date, firstWeekday));
  const [from = date, to = date] = [dates.at(0), dates.at(-1)];
  const free = useFreeSlots(
    { artist, serviceId, minutes: length, from, to, moving: props.moving ?? null },
    zone,
  );
  const set = (nextDate: string, nextTyped: string) => {
    setDate(nextDate);
    setDates(weeksShown(dates, nextDate, firstWeekday));
    setTyped(nextTyped);
    const minutes = parseTime(nextTyped);
    onChange(minutes === null ? null : wallInstant(nextDate, minutes, zone));
  };
  const slots = free.byDate.get(date) ?? [];
  const offered = slots.some(({ start }) => isAmong(start, [value]));
  return (
    <div className="space-y-4">
      <WeekStrip
        dates={dates}
        chosen={date}
        onChoose={(next) => set(next, typed)}
        free={(day) => (free.known && serviceId !== null ? (free.byDate.get(day)?.length ?? 0) : null)}
      />
      {serviceId !== null && (
        <FreeTimes
          slots={slots}
          known={free.known}
          verified={free.verified}
          error={free.error}
          zone={zone}
          isChosen={(start) => isAmong(start, several?.chosen ?? [value])}
          onChoose={(start) => {
            if (several) return several.onToggle(start);
            setTyped(wallTime(start, zone));
            onChange(start);
          }}
        />
      )}
      <TypedTime {...props} date={date} typed={typed} onTyped={(next) => set(date, next)} />
      {value && !offered && free.known && (
        <TimeNote artist={artist} serviceId={serviceId} start={value} moving={props.moving ?? null} />
      )}
    </div>
  );
}

interface TypedTimeProps extends TimePickerProps {
  readonly date: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

function TypedTime({ serviceId, length, zone, value, error, date, typed, onTyped }: TypedTimeProps) {
  const { words } = useReader();
  const when = useWhen();
  const minutes = parseTime(typed);
  const wrong =
    typed.trim() === ''
      ? error
      : minutes === null
        ? words.picker.unreadable
        : wallInstant(date, minutes, zone) === null
          ? words.picker.skipped
          : undefined;
  const said =
    value && (length === null ? when.day(value, zone) : when.span(value, endOf(value, length), zone));
  return (
    <Field
      label={serviceId === null ? words.picker.time : words.picker.otherTime}
      hint={said ?? words.picker.timeHint}
      error={wrong}
    >
      {(control) => (
        <Input
          {...control}
          value={typed}
          autoComplete="off"
          placeholder="14:30"
          className="max-w-36 tabular-nums"
          onChange={(event) => onTyped(event.target.value)}
        />
      )}
    </Field>
  );
}

function isAmong(start: Date, times: readonly (Date | null)[]): boolean {
  return times.some((time) => time?.getTime() === start.getTime());
}

function endOf(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

function wallTime(instant: Date, zone: string): string {
  const { hour, minute } = wallClock(instant, zone);
  return timeText(hour * 60 + minute);
}
