import { renewInput } from '@atelier/api/input/account';
import { factsOf, type PasswordKind } from '@atelier/providers/kinds';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { BegunLogin, Connection } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';
import { RenewByLogin } from './login-flow/renew-by-login.tsx';

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
  const [login, setLogin] = useState<BegunLogin | null>(null);
  const [byHand, setByHand] = useState(false);
  const byLogin = connection.kind === 'nextcloud' && !byHand;
  const cancel = trpc.loginFlow.cancel.useMutation();
  const end = () => {
    setLogin(null);
    setByHand(false);
    onClose();
  };
  const close = () => {
    if (login) cancel.mutate({ loginId: login.id });
    end();
  };
  const renewed = useRenewed(end);
  return (
    <Dialog
      open={open}
      onClose={close}
      title={words.connections.renewTitle({ name })}
      lead={words.connections.renewLead}
    >
      {byLogin ? (
        <RenewByLogin
          connectionId={connection.id}
          login={login}
          onBegun={setLogin}
          onByHand={() => setByHand(true)}
          onCancel={close}
          onRenewed={renewed}
        />
      ) : (
        <RenewForm connection={connection} onDone={close} onRenewed={renewed} />
      )}
    </Dialog>
  );
}

/** Says so, and looks again at what stood still. */
function useRenewed(onDone: () => void): () => void {
  const { words } = useReader();
  const queries = trpc.useUtils();
  return () => {
    toast.success(words.connections.renewed);
    void queries.connections.list.invalidate();
    void queries.waiting.list.invalidate();
    onDone();
  };
}

interface RenewFormProps {
  readonly connection: Renewable;
  readonly onDone: () => void;
  readonly onRenewed: () => void;
}

function RenewForm({ connection, onDone, onRenewed }: RenewFormProps) {
  const { words } = useReader();
  const renew = trpc.connections.renewPassword.useMutation({ onSuccess: onRenewed });
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
