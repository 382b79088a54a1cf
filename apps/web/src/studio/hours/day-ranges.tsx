import { Plus, X } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { parseTime, timeText } from '../../time/typed-time.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { dayProblems, nextDayEnd, nextRange, type RangeProblem, type RangeText } from './hours-model.ts';

interface DayRangesProps {
  /** The day in words, for the names of the fields. */
  readonly day: string;
  readonly ranges: readonly RangeText[];
  readonly onChange: (ranges: readonly RangeText[]) => void;
  readonly disabled?: boolean;
}

/** The hours of one day: as many ranges as there are, each with what is wrong with it. */
export function DayRanges({ day, ranges, onChange, disabled = false }: DayRangesProps) {
  const { words } = useReader();
  const problems = dayProblems(ranges);
  const add = () => onChange([...ranges, nextRange(ranges)]);
  if (ranges.length === 0) {
    return (
      <div className="flex h-10 items-center gap-2">
        <p className="text-soft">{words.hours.closed}</p>
        {!disabled && (
          <Button size="small" look="quiet" aria-label={words.hours.openOn({ day })} onClick={add}>
            <Plus aria-hidden className="size-4" />
            {words.hours.open}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="space-y-2">
      {ranges.map((range, index) => (
        <RangeRow
          // Ranges have no identity but their place.
          key={`range ${index}`}
          day={day}
          number={index + 1}
          range={range}
          problem={problems[index] ?? null}
          disabled={disabled}
          onChange={(next) => onChange(ranges.with(index, next))}
          onRemove={() => onChange(ranges.toSpliced(index, 1))}
          onAdd={index === ranges.length - 1 ? add : null}
        />
      ))}
    </div>
  );
}

interface RangeRowProps {
  readonly day: string;
  readonly number: number;
  readonly range: RangeText;
  readonly problem: RangeProblem;
  readonly disabled: boolean;
  readonly onChange: (range: RangeText) => void;
  readonly onRemove: () => void;
  /** Only after the last one. */
  readonly onAdd: (() => void) | null;
}

function RangeRow({ day, number, range, problem, disabled, onChange, onRemove, onAdd }: RangeRowProps) {
  const { words } = useReader();
  const night = nextDayEnd(range);
  const told = { day, number };
  return (
    <div>
      <div className="flex items-center gap-2">
        <TimeField
          label={words.hours.fromOf(told)}
          value={range.from}
          wrong={problem === 'from'}
          disabled={disabled}
          onChange={(from) => onChange({ ...range, from })}
        />
        <span aria-hidden>–</span>
        <TimeField
          label={words.hours.toOf(told)}
          value={range.to}
          wrong={problem === 'to'}
          disabled={disabled}
          onChange={(to) => onChange({ ...range, to })}
        />
        {!disabled && (
          <span className="flex">
            <IconButton icon={X} label={words.hours.removeRange(told)} onClick={onRemove} />
            {onAdd && <IconButton icon={Plus} label={words.hours.addRangeTo({ day })} onClick={onAdd} />}
          </span>
        )}
      </div>
      {night !== null && (
        <p className="mt-1 text-[13px] text-soft">{words.hours.nextDay({ time: timeText(night) })}</p>
      )}
      {problem && (
        <p
          role="alert"
          className={problem === 'overlap' ? 'mt-1 text-[13px] text-warn' : 'mt-1 text-[13px] text-bad'}
        >
          {problem === 'overlap' ? words.hours.overlap : words.hours.unreadable}
        </p>
      )}
    </div>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/** A time as it is typed; on leaving, what was understood stands there. */
function TimeField({ label, value, wrong, disabled, onChange }: TimeFieldProps) {
  return (
    <Input
      aria-label={label}
      aria-invalid={wrong || undefined}
      value={value}
      disabled={disabled}
      autoComplete="off"
      placeholder="09:00"
      className="max-w-22 text-center tabular-nums"
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        const minutes = parseTime(value);
        if (minutes !== null && timeText(minutes) !== value) onChange(timeText(minutes));
      }}
    />
  );
}
