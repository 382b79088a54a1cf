import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';
import { RoleSelect } from './role-select.tsx';

interface RoleDialogProps {
  readonly person: Person;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RoleDialog({ person, open, onClose }: RoleDialogProps) {
  const { t } = useTranslation();
  const title = t('people.roleTitle', { name: person.name });
  return (
    <Dialog open={open} onClose={onClose} title={title} lead={t('people.roleLead')}>
      <RoleForm person={person} onDone={onClose} />
    </Dialog>
  );
}

function RoleForm({ person, onDone }: { readonly person: Person; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const [role, setRole] = useState(person.role);
  const change = trpc.people.setRole.useMutation({
    onSuccess: () => {
      toast.success(t('people.roleChanged', { name: person.name }));
      void queries.people.list.invalidate();
      onDone();
    },
  });
  return (
    <>
      {change.error && <ProblemNotice error={change.error} />}
      <Field label={t('people.role')}>
        {({ id }) => <RoleSelect id={id} value={role} onChange={setRole} />}
      </Field>
      <DialogActions>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button
          look="primary"
          pending={change.isPending}
          disabled={role === person.role}
          onClick={() => change.mutate({ id: person.id, role })}
        >
          {t('people.roleSave')}
        </Button>
      </DialogActions>
    </>
  );
}
