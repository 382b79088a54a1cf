import { Plus } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Chair } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { CalendarName } from '../../connections/calendar-name.tsx';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Switch } from '../../ui/controls/switch.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Panel } from '../panel.tsx';

/** The chairs and rooms that services need; each is in use once at a time. */
export function ChairsPanel() {
  const { words } = useReader();
  const chairs = trpc.chairs.list.useQuery();
  const save = useSaveChair();
  return (
    <Panel title={words.chairs.title} lead={words.chairs.lead}>
      {chairs.error && !chairs.data && <ProblemNotice error={chairs.error} />}
      {!chairs.error && !chairs.data && <Skeleton className="h-12" />}
      <ul className="divide-y divide-line">
        {chairs.data?.map((chair) => (
          <ChairRow key={chair.id} chair={chair} onSave={(change) => save.mutate({ ...chair, ...change })} />
        ))}
      </ul>
      {chairs.data && (
        <AddChair
          pending={save.isPending}
          onAdd={(name, done) => save.mutate({ name }, { onSuccess: done })}
        />
      )}
    </Panel>
  );
}

interface ChairRowProps {
  readonly chair: Chair;
  readonly onSave: (change: { readonly name?: string; readonly active?: boolean }) => void;
}

function ChairRow({ chair, onSave }: ChairRowProps) {
  const { words } = useReader();
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1 pl-2">
        <CalendarName calendar={chair} onName={(name) => onSave({ name })} />
      </div>
      <Switch
        checked={chair.active}
        label={words.chairs.inUse({ name: chair.name })}
        onChange={(active) => onSave({ active })}
      />
    </li>
  );
}

interface AddChairProps {
  readonly pending: boolean;
  readonly onAdd: (name: string, done: () => void) => void;
}

function AddChair({ pending, onAdd }: AddChairProps) {
  const { words } = useReader();
  const [name, setName] = useState('');
  return (
    <form
      className="mt-3 flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onAdd(name.trim(), () => setName(''));
      }}
    >
      <Input
        aria-label={words.chairs.newName}
        placeholder={words.chairs.example}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" pending={pending} disabled={name.trim() === ''}>
        <Plus aria-hidden className="size-4" />
        {words.chairs.add}
      </Button>
    </form>
  );
}

function useSaveChair() {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  return trpc.chairs.save.useMutation({
    onError,
    onSuccess: () => void toast.success(words.studio.saved),
    onSettled: () => queries.chairs.invalidate(),
  });
}
