import { type FormEvent, useState } from 'react';
import type { Calendar } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Panel } from '../../studio/panel.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { colourOf } from '../colour.ts';
import { Swatches } from './swatches.tsx';
import { useSetCalendar } from './use-set-calendar.ts';

/** What a calendar is called here, and its colour. */
export function LooksSection({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const set = useSetCalendar(words.calendar.saved);
  const [draft, setDraft] = useState<string | null>(null);
  const name = draft ?? calendar.name;
  const ready = name.trim() !== '' && name.trim() !== calendar.name;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (ready) set.mutate({ id: calendar.id, name: name.trim() }, { onSuccess: () => setDraft(null) });
  };
  return (
    <Panel
      title={words.calendar.looks}
      lead={calendar.connectionId === null ? undefined : words.calendar.looksRemote}
    >
      <form onSubmit={save} className="flex flex-wrap items-end gap-3">
        <div className="min-w-52 flex-1">
          <Field label={words.calendar.name}>
            {(control) => (
              <Input
                {...control}
                value={name}
                maxLength={200}
                onChange={({ target }) => setDraft(target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit" pending={set.isPending} disabled={!ready}>
          {words.calendar.save}
        </Button>
      </form>
      <p className="mt-5 mb-1.5 font-medium">{words.calendar.colour}</p>
      <Swatches value={colourOf(calendar)} onChange={(color) => set.mutate({ id: calendar.id, color })} />
    </Panel>
  );
}
