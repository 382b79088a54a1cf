import { type FormEvent, useState } from 'react';
import type { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { readDay } from './read-day.ts';

interface GoToDialogProps {
  readonly open: boolean;
  readonly today: Temporal.PlainDate;
  readonly onClose: () => void;
  readonly onPick: (date: string) => void;
}

/** A date in words leads there. */
export function GoToDialog({ open, onClose, ...rest }: GoToDialogProps) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.agenda.goTo} lead={words.agenda.goToLead}>
      <GoToForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function GoToForm({ today, onClose, onPick }: Omit<GoToDialogProps, 'open'>) {
  const { words, language } = useReader();
  const { longDate } = useFormats();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const day = readDay(text, today, language);
  const go = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!day) return;
    onPick(day.toString());
    onClose();
  };
  return (
    <form onSubmit={go}>
      <Field
        label={words.agenda.date}
        hint={day ? <span className="first-letter:uppercase">{longDate(day)}</span> : undefined}
        error={asked && !day ? words.agenda.noDate : undefined}
      >
        {(field) => (
          <Input
            {...field}
            autoComplete="off"
            value={text}
            onChange={({ target }) => {
              setText(target.value.slice(0, 200));
              setAsked(false);
            }}
          />
        )}
      </Field>
      <DialogActions>
        <Button type="submit" look="primary">
          {words.agenda.go}
        </Button>
      </DialogActions>
    </form>
  );
}
