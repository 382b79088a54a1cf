import { useId } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../../language/studio-reader.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Select } from '../../../ui/controls/select.tsx';
import { TypedField } from '../../../ui/controls/typed-field.tsx';
import { DateField } from '../../../ui/date/date-field.tsx';
import { nthOf, ruleText, withRhythm } from '../draft/rule-text.ts';
import type { SimpleRule } from '../read-rule.ts';
import { ruleWords } from '../rule-words.ts';

interface CustomRuleProps {
  readonly rule: SimpleRule;
  /** ISO date on which the event begins. */
  readonly date: string;
  readonly onChange: (rule: SimpleRule) => void;
}

const RHYTHMS = ['daily', 'weekly', 'monthly', 'yearly'] as const;
const MOST = 999;

export function CustomRule({ rule, date, onChange }: CustomRuleProps) {
  const { words } = useReader();
  const { repeat } = words.edit;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-start gap-2">
        <span className="pt-2.5">{repeat.every}</span>
        <CountField
          label={repeat.every}
          value={rule.interval}
          onChange={(interval) => onChange({ ...rule, interval })}
        />
        <div className="min-w-0 flex-1">
          <Select
            label={repeat.unit}
            value={rule.every}
            options={RHYTHMS.map((value) => ({
              value,
              label: repeat.units[value]({ count: rule.interval }),
            }))}
            onChange={(every) => onChange(withRhythm(rule, every, date))}
          />
        </div>
      </div>
      {rule.every === 'weekly' && <Weekdays rule={rule} date={date} onChange={onChange} />}
      {rule.every === 'monthly' && <InMonth rule={rule} date={date} onChange={onChange} />}
      <Ends rule={rule} date={date} onChange={onChange} />
    </div>
  );
}

function CountField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const { words } = useReader();
  const error = useId();
  return (
    <TypedField
      label={label}
      className="w-16! shrink-0"
      inputMode="numeric"
      text={String(value)}
      parse={(typed) => {
        const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
        return count >= 1 && count <= MOST ? count : null;
      }}
      onCommit={onChange}
      error={words.edit.repeat.tooOften}
      errorId={error}
    />
  );
}

function Weekdays({ rule, onChange }: CustomRuleProps) {
  const { words, formats } = useReader();
  const days = formats.weekdays.map((names, index) => ({
    ...names,
    day: ((formats.firstWeekday + index + 6) % 7) + 1,
  }));
  const toggle = (day: number) => {
    const others = rule.weekdays.filter((one) => one !== day);
    const next = others.length < rule.weekdays.length ? others : [...others, day].toSorted((a, b) => a - b);
    // A week without a day would repeat on none.
    if (next.length > 0) onChange({ ...rule, weekdays: next });
  };
  return (
    <fieldset className="grid grid-cols-7 gap-1">
      <legend className="sr-only">{words.edit.repeat.on}</legend>
      {days.map(({ day, short, long }) => {
        const on = rule.weekdays.includes(day);
        return (
          <button
            key={day}
            type="button"
            aria-pressed={on}
            onClick={() => toggle(day)}
            className={classNames(
              'h-11 min-w-0 rounded-lg text-[13px] font-medium transition-colors',
              on ? 'bg-accent text-accent-ink' : 'bg-surface text-ink hover:bg-line',
            )}
          >
            <span aria-hidden>{short}</span>
            <span className="sr-only">{long}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

function InMonth({ rule, date, onChange }: CustomRuleProps) {
  const { words, formats } = useReader();
  const day = Temporal.PlainDate.from(date);
  const bare = { ...rule, interval: 1, count: null, until: null, weekdays: [], nth: null, monthDay: null };
  const choices: readonly SimpleRule[] = [
    { ...bare, monthDay: day.day },
    { ...bare, weekdays: [day.dayOfWeek], nth: nthOf(day) },
    { ...bare, weekdays: [day.dayOfWeek], nth: -1 },
    { ...bare, monthDay: -1 },
  ];
  const own = { ...rule, interval: 1, count: null, until: null };
  const texts = [...new Set([...choices, own].map(ruleText))];
  return (
    <Select
      label={words.edit.repeat.by}
      value={ruleText(own)}
      options={texts.map((value) => ({ value, label: ruleWords(value, words, formats) }))}
      onChange={(text) => {
        const chosen = choices.find((choice) => ruleText(choice) === text);
        if (!chosen) return;
        const { weekdays, nth, monthDay } = chosen;
        onChange({ ...rule, weekdays, nth, monthDay });
      }}
    />
  );
}

const ENDINGS = ['endless', 'until', 'count'] as const;
const USUAL_TIMES = 10;

function Ends({ rule, date, onChange }: CustomRuleProps) {
  const { words } = useReader();
  const { repeat } = words.edit;
  const ending = rule.count !== null ? 'count' : rule.until !== null ? 'until' : 'endless';
  const choose = (next: (typeof ENDINGS)[number]) => {
    const later = Temporal.PlainDate.from(date).add({ months: 3 }).toString();
    onChange({
      ...rule,
      count: next === 'count' ? USUAL_TIMES : null,
      until: next === 'until' ? later : null,
    });
  };
  return (
    <div className="space-y-2">
      <Select
        label={repeat.ends}
        value={ending}
        options={ENDINGS.map((value) => ({ value, label: `${repeat.ends} – ${repeat[value]}` }))}
        onChange={choose}
      />
      {rule.until !== null && (
        <DateField
          label={repeat.lastDay}
          value={rule.until}
          onChange={(until) => onChange({ ...rule, until })}
        />
      )}
      {rule.count !== null && (
        <div className="flex flex-wrap items-start gap-2">
          <CountField
            label={repeat.times}
            value={rule.count}
            onChange={(count) => onChange({ ...rule, count })}
          />
          <span aria-hidden className="pt-2.5">
            {repeat.times}
          </span>
        </div>
      )}
    </div>
  );
}
