import { Repeat } from 'lucide-react';
import { useState } from 'react';
import { useReader } from '../../../language/studio-reader.ts';
import { Select } from '../../../ui/controls/select.tsx';
import { commonRules, ruleText } from '../draft/rule-text.ts';
import { readRule } from '../read-rule.ts';
import { ruleWords } from '../rule-words.ts';
import { CustomRule } from './custom-rule.tsx';
import { FormRow } from './form-row.tsx';

interface RepeatFieldProps {
  readonly rrule: string | null;
  /** ISO date on which the event begins. */
  readonly date: string;
  readonly onChange: (rrule: string | null) => void;
}

const NEVER = 'never';
const CUSTOM = 'custom';

/** How often it repeats: what most repeat by, or a rule of one's own, said back in words. */
export function RepeatField({ rrule, date, onChange }: RepeatFieldProps) {
  const { words, formats } = useReader();
  const presets = commonRules(date).map(ruleText);
  const [custom, setCustom] = useState(rrule !== null && !presets.includes(rrule));
  const rule = rrule === null ? null : readRule(rrule);
  const value = custom ? CUSTOM : (rrule ?? NEVER);
  const options = [
    { value: NEVER, label: words.edit.repeat.never },
    ...presets.map((text) => ({ value: text, label: ruleWords(text, words, formats) })),
    { value: CUSTOM, label: words.edit.repeat.custom },
  ];
  const choose = (next: string) => {
    setCustom(next === CUSTOM);
    if (next === CUSTOM) onChange(rrule ?? presets[2] ?? null);
    else onChange(next === NEVER ? null : next);
  };
  return (
    <FormRow icon={Repeat}>
      <Select label={words.edit.repeats} value={value} options={options} onChange={choose} />
      {custom && rrule !== null && (
        <div className="mt-3 rounded-xl bg-sunken p-4">
          {rule && <CustomRule rule={rule} date={date} onChange={(next) => onChange(ruleText(next))} />}
          <p aria-live="polite" className={rule ? 'mt-3 text-[13px] font-medium' : 'text-[13px]'}>
            {ruleWords(rrule, words, formats)}
          </p>
        </div>
      )}
    </FormRow>
  );
}
