import { Bell, X } from 'lucide-react';
import { useReader } from '../../../language/studio-reader.ts';
import { Select } from '../../../ui/controls/select.tsx';
import { alarmWords } from '../alarm-words.ts';
import { FormRow } from './form-row.tsx';

const DAY = 1_440;
const TIMED = [0, 5, 10, 15, 30, 60, 120, DAY, 2 * DAY, 7 * DAY];
/** Nine in the morning on the day, the day before, two days, a week before. */
const WHOLE_DAYS = [-540, DAY - 540, 2 * DAY - 540, 7 * DAY - 540];

interface AlarmFieldProps {
  /** Minutes before the start. */
  readonly minutes: readonly number[];
  /** Of another kind, which stay as they are. */
  readonly others: number;
  readonly allDay: boolean;
  readonly onChange: (minutes: readonly number[]) => void;
}

export function AlarmField({ minutes, others, allDay, onChange }: AlarmFieldProps) {
  const { words, formats } = useReader();
  const name = (one: number) => alarmWords(one, allDay, words, formats.locale);
  const offered = (allDay ? WHOLE_DAYS : TIMED).filter((one) => !minutes.includes(one));
  return (
    <FormRow icon={Bell}>
      {minutes.length > 0 && (
        <ul aria-label={words.edit.alarms} className="mb-2 flex flex-wrap gap-1.5">
          {minutes.map((one) => (
            <li
              key={one}
              className="inline-flex items-center gap-1 rounded-full bg-sunken py-1 pr-1 pl-3 text-[13px] first-letter:uppercase"
            >
              {name(one)}
              <button
                type="button"
                aria-label={words.edit.alarmRemove({ name: name(one) })}
                onClick={() => onChange(minutes.filter((other) => other !== one))}
                className="flex size-6 items-center justify-center rounded-full text-soft hover:bg-line hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select
        label={words.edit.alarmAdd}
        value=""
        placeholder={words.edit.alarmAdd}
        options={offered.map((one) => ({ value: String(one), label: name(one) }))}
        onChange={(one) => onChange([...minutes, Number(one)].toSorted((a, b) => b - a))}
      />
      {others > 0 && (
        <p className="mt-1.5 text-[13px] text-soft">{words.edit.alarmOthers({ count: others })}</p>
      )}
    </FormRow>
  );
}
