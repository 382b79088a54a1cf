import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { PALETTE } from '../colour.ts';
import { Swatches } from './swatches.tsx';

interface NewCalendarDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A calendar of Atelier's own, for oneself, for a group or for everybody. */
export function NewCalendarDialog({ open, onClose }: NewCalendarDialogProps) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.calendar.new} lead={words.calendar.newLead}>
      <NewCalendarForm onDone={onClose} />
    </Dialog>
  );
}

const MINE = 'mine';
const EVERYBODY = 'everybody';

function NewCalendarForm({ onDone }: { readonly onDone: () => void }) {
  const { words } = useReader();
  const { email } = useMe();
  const groups = trpc.groups.list.useQuery();
  const queries = trpc.useUtils();
  const [name, setName] = useState('');
  const [color, setColor] = useState<string>(PALETTE[0]);
  const [whose, setWhose] = useState(MINE);
  const add = trpc.calendars.addOwn.useMutation({
    onSuccess: (made) => {
      toast.success(words.calendar.created({ name: made.name }));
      void queries.calendars.list.invalidate();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const shared =
      whose === EVERYBODY ? { kind: 'group' as const } : whose === MINE ? {} : { groupId: whose };
    add.mutate({ name: name.trim(), owner: email, color, ...shared });
  };
  const choices = [
    { value: MINE, label: words.calendar.newMine },
    ...(groups.data ?? []).map(({ id, name: label, kind }) => ({
      value: id,
      label,
      hint: words.groups.kinds[kind],
    })),
    { value: EVERYBODY, label: words.calendar.newEverybody },
  ];
  return (
    <form onSubmit={submit} className="space-y-4">
      {add.error && <ProblemNotice error={add.error} />}
      <Field label={words.calendar.name}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field label={words.calendar.newFor}>
        {({ id }) => <Select id={id} value={whose} options={choices} onChange={setWhose} />}
      </Field>
      <div>
        <p className="mb-1.5 font-medium">{words.calendar.colour}</p>
        <Swatches value={color} onChange={setColor} />
      </div>
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" disabled={name.trim() === ''} pending={add.isPending}>
          {words.calendar.create}
        </Button>
      </DialogActions>
    </form>
  );
}
