import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Temporal } from 'temporal-polyfill';
import type { StudioClosure } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { DateField } from '../../ui/date/date-field.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { closureProblem } from '../hours/hours-draft.ts';
import { Panel } from '../panel.tsx';

const BLANK = { from: '', to: '', reason: '' };

/** Days on which the whole studio is closed, whatever the hours of its artists say. */
export function ClosuresPanel() {
  const { words } = useReader();
  const closures = trpc.closures.list.useQuery();
  return (
    <Panel title={words.closures.title} lead={words.closures.lead}>
      {closures.error && !closures.data && <ProblemNotice error={closures.error} />}
      {!closures.error && !closures.data && <Skeleton className="h-12" />}
      {closures.data?.length === 0 && <p className="text-soft">{words.closures.none}</p>}
      <ul className="divide-y divide-line">
        {closures.data?.map((closure) => (
          <ClosureRow key={closure.id} closure={closure} />
        ))}
      </ul>
      {closures.data && <AddClosure />}
    </Panel>
  );
}

function ClosureRow({ closure: { id, from, to, reason } }: { readonly closure: StudioClosure }) {
  const { words } = useReader();
  const { date } = useFormats();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const remove = trpc.closures.remove.useMutation({
    onError,
    onSettled: () => queries.closures.invalidate(),
  });
  const day = (iso: string) => date(Temporal.PlainDate.from(iso));
  const days = from === to ? day(from) : `${day(from)} – ${day(to)}`;
  return (
    <li className="flex items-center gap-3 py-1.5">
      <p className="min-w-0 flex-1">
        <span className="font-medium">{days}</span>
        {reason && <span className="text-soft"> · {reason}</span>}
      </p>
      <IconButton
        icon={Trash2}
        label={words.closures.remove({ when: days })}
        disabled={remove.isPending}
        onClick={() => remove.mutate({ id })}
      />
    </li>
  );
}

function AddClosure() {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const [typed, setTyped] = useState(BLANK);
  const add = trpc.closures.add.useMutation({
    onError,
    onSuccess: () => {
      setTyped(BLANK);
      toast.success(words.closures.added);
    },
    onSettled: () => queries.closures.invalidate(),
  });
  const problem = closureProblem(typed);
  return (
    <form
      className="mt-3 space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(typed);
      }}
    >
      <ClosureDates typed={typed} onChange={setTyped} disordered={problem === 'order'} />
      {problem === 'order' && (
        <p role="alert" className="text-[13px] text-bad">
          {words.hours.wrongOrder}
        </p>
      )}
      <div className="flex gap-2">
        <Input
          aria-label={words.hours.reason}
          placeholder={words.closures.example}
          value={typed.reason}
          maxLength={200}
          onChange={(event) => setTyped({ ...typed, reason: event.target.value })}
        />
        <Button type="submit" pending={add.isPending} disabled={problem !== null}>
          <Plus aria-hidden className="size-4" />
          {words.closures.add}
        </Button>
      </div>
    </form>
  );
}

interface ClosureDatesProps {
  readonly typed: typeof BLANK;
  readonly onChange: (typed: typeof BLANK) => void;
  /** The last day lies before the first. */
  readonly disordered: boolean;
}

function ClosureDates({ typed, onChange, disordered }: ClosureDatesProps) {
  const { words } = useReader();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <DateField
        label={words.closures.from}
        value={typed.from}
        className="min-w-44 flex-1"
        onChange={(from) =>
          onChange({ ...typed, from, to: typed.to === '' || typed.to === typed.from ? from : typed.to })
        }
      />
      <span aria-hidden className="max-sm:hidden">
        –
      </span>
      <DateField
        label={words.closures.to}
        value={typed.to}
        invalid={disordered}
        className="min-w-44 flex-1"
        onChange={(to) => onChange({ ...typed, to })}
      />
    </div>
  );
}
