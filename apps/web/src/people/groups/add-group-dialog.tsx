import { type FormEvent, useState } from 'react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Segments } from '../../ui/controls/segments.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';

interface AddGroupDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function AddGroupDialog({ open, onClose }: AddGroupDialogProps) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.groups.add} lead={words.groups.addLead}>
      <AddGroupForm onDone={onClose} />
    </Dialog>
  );
}

const KINDS = ['group', 'mission'] as const;

function AddGroupForm({ onDone }: { readonly onDone: () => void }) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('group');
  const add = trpc.groups.add.useMutation({
    onSuccess: () => {
      void queries.groups.list.invalidate();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') add.mutate({ name: name.trim(), kind });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      {add.error && <ProblemNotice error={add.error} />}
      <Field label={words.groups.name}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={120}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Segments
        label={words.groups.kind}
        value={kind}
        options={KINDS.map((value) => ({ value, label: words.groups.kinds[value] }))}
        onChange={setKind}
      />
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" disabled={name.trim() === ''} pending={add.isPending}>
          {words.groups.create}
        </Button>
      </DialogActions>
    </form>
  );
}
