import { changePasswordInput } from '@atelier/api/input/person';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { useMe } from '../shell/use-me.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';

export function AccountDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.account.title} lead={words.account.lead}>
      <PasswordForm onDone={onClose} />
    </Dialog>
  );
}

function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { words } = useReader();
  const { email } = useMe();
  const change = trpc.people.changePassword.useMutation({
    onSuccess: () => {
      toast.success(words.account.changed);
      onDone();
    },
  });
  const form = useForm({
    resolver: zodResolver(changePasswordInput),
    defaultValues: { current: '', next: '' },
  });
  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={form.handleSubmit((input) => change.mutate(input))} className="space-y-4">
      {change.error && <ProblemNotice error={change.error} />}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={words.account.current} error={errors.current && words.common.required}>
        {(control) => (
          <PasswordInput {...control} {...form.register('current')} autoComplete="current-password" />
        )}
      </Field>
      <Field
        label={words.account.next}
        hint={words.account.nextHint}
        error={errors.next && words.people.passwordShort}
      >
        {(control) => <PasswordInput {...control} {...form.register('next')} autoComplete="new-password" />}
      </Field>
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" pending={change.isPending}>
          {words.account.save}
        </Button>
      </DialogActions>
    </form>
  );
}
