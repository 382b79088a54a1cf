import { changePasswordInput } from '@atelier/api/input/person';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { trpc } from '../api/trpc.ts';
import { useMe } from '../shell/use-me.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';

export function AccountDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('account.title')} lead={t('account.lead')}>
      <PasswordForm onDone={onClose} />
    </Dialog>
  );
}

function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { email } = useMe();
  const change = trpc.people.changePassword.useMutation({
    onSuccess: () => {
      toast.success(t('account.changed'));
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
      <Field label={t('account.current')} error={errors.current && t('common.required')}>
        {(control) => (
          <PasswordInput {...control} {...form.register('current')} autoComplete="current-password" />
        )}
      </Field>
      <Field
        label={t('account.next')}
        hint={t('account.nextHint')}
        error={errors.next && t('people.passwordShort')}
      >
        {(control) => <PasswordInput {...control} {...form.register('next')} autoComplete="new-password" />}
      </Field>
      <DialogActions>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" pending={change.isPending}>
          {t('account.save')}
        </Button>
      </DialogActions>
    </form>
  );
}
