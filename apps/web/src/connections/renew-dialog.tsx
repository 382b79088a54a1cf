import { renewInput } from '@atelier/api/input/account';
import { factsOf, type PasswordKind } from '@atelier/providers/kinds';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { Connection } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';

/** What has to be known of the account. */
type Renewable = Pick<Connection, 'id' | 'name'> & { readonly kind: PasswordKind };

interface RenewDialogProps {
  readonly connection: Renewable;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RenewDialog({ connection, open, onClose }: RenewDialogProps) {
  const { words } = useReader();
  const { name } = connection;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.connections.renewTitle({ name })}
      lead={words.connections.renewLead}
    >
      <RenewForm connection={connection} onDone={onClose} />
    </Dialog>
  );
}

function RenewForm({ connection, onDone }: { readonly connection: Renewable; readonly onDone: () => void }) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const renew = trpc.connections.renewPassword.useMutation({
    onSuccess: () => {
      toast.success(words.connections.renewed);
      void queries.connections.list.invalidate();
      void queries.waiting.list.invalidate();
      onDone();
    },
  });
  const form = useForm({
    resolver: zodResolver(renewInput),
    defaultValues: { connectionId: connection.id, password: '' },
  });
  const { kind } = connection;
  return (
    <form noValidate onSubmit={form.handleSubmit((input) => renew.mutate(input))} className="space-y-4">
      {renew.error && <ProblemNotice error={renew.error} />}
      <Field
        label={words.connect.secrets[factsOf(kind).signIn.secret]}
        hint={words.connect.passwordHints[kind]}
        error={form.formState.errors.password && words.common.required}
      >
        {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="off" />}
      </Field>
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" pending={renew.isPending}>
          {words.common.save}
        </Button>
      </DialogActions>
    </form>
  );
}
