import { Plus, X } from 'lucide-react';
import { newKey } from '../../api/new-key.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import type { ServiceTyped } from './service-form.ts';

type Question = ServiceTyped['questions'][number];

interface QuestionsEditorProps {
  readonly questions: readonly Question[];
  readonly onChange: (questions: readonly Question[]) => void;
  /** One of them has no words. */
  readonly wrong: boolean;
}

/** What clients are asked when they book this. */
export function QuestionsEditor({ questions, onChange, wrong }: QuestionsEditorProps) {
  const { words } = useReader();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{words.services.questions}</legend>
      {questions.length === 0 && <p className="mb-2 text-[13px] text-soft">{words.services.questionsHint}</p>}
      <ul className="space-y-2">
        {questions.map((question, index) => (
          <li key={question.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Input
              aria-label={words.services.questionNumber({ number: index + 1 })}
              aria-invalid={(wrong && question.label.trim() === '') || undefined}
              value={question.label}
              maxLength={200}
              placeholder={words.services.questionExample}
              className="min-w-48 flex-1"
              onChange={(event) =>
                onChange(questions.with(index, { ...question, label: event.target.value }))
              }
            />
            <span className="flex items-center gap-2 text-[13px]">
              <Checkbox
                id={`question-${question.id}`}
                checked={question.required}
                onChange={(required) => onChange(questions.with(index, { ...question, required }))}
              />
              <label htmlFor={`question-${question.id}`}>{words.services.required}</label>
            </span>
            <IconButton
              icon={X}
              label={words.services.removeQuestion({ number: index + 1 })}
              onClick={() => onChange(questions.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      {wrong && (
        <p role="alert" className="mt-1.5 text-[13px] text-bad">
          {words.services.questionEmpty}
        </p>
      )}
      <Button
        size="small"
        look="quiet"
        className="mt-2 -ml-3 text-accent"
        onClick={() => onChange([...questions, { id: newKey(), label: '', required: false }])}
      >
        <Plus aria-hidden className="size-4" />
        {words.services.addQuestion}
      </Button>
    </fieldset>
  );
}
