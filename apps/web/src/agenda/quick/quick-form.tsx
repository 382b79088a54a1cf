import type { QuickEvent, Span } from '@atelier/quick-add/sentence';
import { type FormEvent, type KeyboardEvent, useId } from 'react';
import type { Calendar } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { QuickChips } from './quick-chips.tsx';
import { QuickDoubts } from './quick-doubts.tsx';
import { QuickExamples } from './quick-examples.tsx';
import { QuickPreview } from './quick-preview.tsx';

export interface QuickFormProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly event: QuickEvent | null;
  readonly calendar: Calendar | undefined;
  /** Those one may write into. */
  readonly calendars: readonly Calendar[];
  readonly onCalendar: (id: string) => void;
  readonly zone: string;
  readonly onTakeBack: (span: Span) => void;
  readonly onInstead: (date: string, span: Span) => void;
  readonly onSave: () => void;
  readonly onMore: () => void;
}

const MOST = 500;

export function QuickForm(props: QuickFormProps) {
  const { text, onText, event, calendar, zone, onSave, onMore } = props;
  const { words } = useReader();
  const id = useId();
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    onSave();
  };
  const press = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Enter' || !pressed.shiftKey || pressed.nativeEvent.isComposing) return;
    pressed.preventDefault();
    onMore();
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <div>
        <label htmlFor={id} className="sr-only">
          {words.quick.sentence}
        </label>
        <Input
          id={id}
          autoComplete="off"
          enterKeyHint="done"
          maxLength={MOST}
          placeholder={words.quick.example}
          value={text}
          onChange={({ target }) => onText(target.value)}
          onKeyDown={press}
          className="h-12 text-base sm:text-base"
        />
      </div>
      {event ? (
        <>
          <QuickChips spans={event.spans} onTakeBack={props.onTakeBack} />
          <div role="status">
            <QuickPreview event={event} calendar={calendar} zone={zone} />
          </div>
          <QuickDoubts event={event} onInstead={props.onInstead} />
        </>
      ) : (
        <QuickExamples onPick={onText} />
      )}
      <Ending {...props} />
    </form>
  );
}

function Ending({ event, calendar, calendars, onCalendar, onMore }: QuickFormProps) {
  const { words } = useReader();
  if (calendars.length === 0) return <p className="text-soft">{words.edit.noCalendar}</p>;
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1">
      <div className="min-w-40 flex-1 sm:max-w-60">
        <Select
          label={words.edit.calendar}
          value={calendar?.id ?? ''}
          options={calendars.map(({ id, name, ownerName, mine }) => ({
            value: id,
            label: name,
            ...(mine ? {} : { hint: ownerName }),
          }))}
          onChange={onCalendar}
        />
      </div>
      <div className="flex grow justify-end gap-2">
        <Button look="quiet" disabled={!event} onClick={onMore}>
          {words.quick.more}
        </Button>
        <Button type="submit" look="primary" disabled={!event || !calendar}>
          {words.quick.save}
        </Button>
      </div>
      <p className="w-full text-xs text-soft pointer-coarse:hidden">{words.quick.keys}</p>
    </div>
  );
}
