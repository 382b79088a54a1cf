import { useState } from 'react';
import { toast } from 'sonner';
import type { Calendar, ShareLevel, ShareRow } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { choicesFrom, keyOf, LEVELS } from './share-names.ts';
import { useShare } from './use-share.ts';

interface AddShareProps {
  readonly calendar: Calendar;
  readonly shares: readonly ShareRow[];
}

export function AddShare({ calendar, shares }: AddShareProps) {
  const { words } = useReader();
  const audience = trpc.calendars.audience.useQuery();
  const share = useShare();
  const [key, setKey] = useState('');
  const [level, setLevel] = useState<ShareLevel>('read');
  if (!audience.data) return null;
  const choices = choicesFrom(audience.data, shares, calendar.ownerId, words);
  const chosen = choices.find(({ whom }) => keyOf(whom) === key);
  if (choices.length === 0) return null;
  const add = () => {
    if (!chosen) return;
    const { whom, name } = chosen;
    const done = () => {
      setKey('');
      toast.success(words.calendar.shared({ name }));
    };
    share.mutate({ calendarId: calendar.id, with: whom, level }, { onSuccess: done });
  };
  return (
    <div className="grid items-end gap-3 rounded-xl bg-sunken/60 p-4 sm:grid-cols-[1fr_1fr_auto]">
      <Field label={words.calendar.addShare}>
        {({ id }) => (
          <Select
            id={id}
            value={chosen ? key : ''}
            placeholder={words.calendar.addShareHint}
            options={choices.map(({ whom, name, hint }) => ({
              value: keyOf(whom),
              label: name,
              ...(hint !== undefined && { hint }),
            }))}
            onChange={setKey}
          />
        )}
      </Field>
      <Field label={words.calendar.may}>
        {({ id }) => (
          <Select
            id={id}
            value={level}
            options={LEVELS.map((value) => ({
              value,
              label: words.calendar.levels[value],
              hint: words.calendar.levelHints[value],
            }))}
            onChange={setLevel}
          />
        )}
      </Field>
      <Button look="primary" disabled={!chosen} pending={share.isPending} onClick={add}>
        {words.calendar.share}
      </Button>
    </div>
  );
}
