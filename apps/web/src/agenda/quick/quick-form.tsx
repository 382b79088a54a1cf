import type { QuickEvent, Span } from '@atelier/quick-add/sentence';
import { type FormEvent, type KeyboardEvent, lazy, Suspense, useId } from 'react';
import type { Calendar } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Input } from '../../ui/controls/input.tsx';
import { QuickExamples } from './quick-examples.tsx';

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
  /** Everything that can be said of an event; left out where only a sentence is. */
  readonly onMore?: () => void;
}

const MOST = 500;

// The field is there at once, for whoever types at once; all else comes when the page has nothing better to do.
const loadUnderstood = () => import('./quick-understood.tsx');
const loadEnding = () => import('./quick-ending.tsx');
const QuickUnderstood = lazy(async () => ({ default: (await loadUnderstood()).QuickUnderstood }));
const QuickEnding = lazy(async () => ({ default: (await loadEnding()).QuickEnding }));

/** What stands around the field, for whoever fetches it before the field is opened. */
export const loadQuickForm = () => Promise.all([loadUnderstood(), loadEnding()]);

export function QuickForm(props: QuickFormProps) {
  const { text, onText, event, onSave, onMore } = props;
  const { words } = useReader();
  const id = useId();
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    onSave();
  };
  // Not left to the form: its button has nothing to add until what is typed has been read, and Enter may come before.
  const press = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Enter' || pressed.nativeEvent.isComposing) return;
    pressed.preventDefault();
    if (pressed.shiftKey && onMore) onMore();
    else onSave();
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
      {event === null && <QuickExamples onPick={onText} />}
      <Suspense>
        {event && <QuickUnderstood {...props} event={event} />}
        <QuickEnding {...props} />
      </Suspense>
    </form>
  );
}
