import { useState } from 'react';
import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';
import { RoleSelect } from './role-select.tsx';
import { usePeopleChanged } from './use-people-changed.ts';

interface RoleDialogProps {
  readonly person: Person;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RoleDialog({ person, open, onClose }: RoleDialogProps) {
  const { words } = useReader();
  const title = words.people.roleTitle({ name: person.name });
  return (
    <Dialog open={open} onClose={onClose} title={title} lead={words.people.roleLead}>
      <RoleForm person={person} onDone={onClose} />
    </Dialog>
  );
}

function RoleForm({ person, onDone }: { readonly person: Person; readonly onDone: () => void }) {
  const { words } = useReader();
  const changed = usePeopleChanged(onDone);
  const [role, setRole] = useState(person.role);
  const change = trpc.people.setRole.useMutation({
    onSuccess: () => changed(words.people.roleChanged({ name: person.name })),
  });
  return (
    <>
      {change.error && <ProblemNotice error={change.error} />}
      <Field label={words.people.role}>
        {({ id }) => <RoleSelect id={id} value={role} onChange={setRole} />}
      </Field>
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button
          look="primary"
          pending={change.isPending}
          disabled={role === person.role}
          onClick={() => change.mutate({ id: person.id, role })}
        >
          {words.people.roleSave}
        </Button>
      </DialogActions>
    </>
  );
}
