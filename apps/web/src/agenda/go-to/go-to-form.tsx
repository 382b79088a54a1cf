import { readDate } from '@atelier/quick-add/read-date';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useNow } from '../../time/use-now.ts';
import { wallClock } from '../../time/zone.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';
import { isDayFirst } from '../quick/day-first.ts';

export interface GoToFormProps {
  /** In which today is. */
  readonly zone: string;
  readonly onClose: () => void;
  readonly onPick: (date: string) => void;
}

const LONGEST = 200;

export function GoToForm({ zone, onClose, onPick }: GoToFormProps) {
  const { words, language, formats } = useReader();
  const { longDate } = useFormats();
  const now = useNow(60_000);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const found = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const day = readDate(text, { language, now: wallClock(now, zone), dayFirst: isDayFirst(formats.locale) });
  const go = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (day === null) return;
    onPick(day);
    onClose();
  };
  return (
    <form onSubmit={go}>
      <Field label={words.agenda.date} error={asked && day === null ? words.agenda.noDate : undefined}>
        {(field) => (
          <Input
            {...field}
            ref={input}
            autoComplete="off"
            maxLength={LONGEST}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setAsked(false);
            }}
          />
        )}
      </Field>
      <p id={found} aria-live="polite" className="mt-2 min-h-5 font-medium first-letter:uppercase">
        {day !== null && longDate(day)}
      </p>
      <DialogActions>
        <Button type="submit" look="primary">
          {words.agenda.go}
        </Button>
      </DialogActions>
    </form>
  );
}
