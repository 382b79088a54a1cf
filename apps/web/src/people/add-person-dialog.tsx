import { addUserInput } from '@atelier/api/input/person';
import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { z } from 'zod';
import { trpc } from '../api/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Select } from '../ui/select.tsx';

const ROLES = ['ARTIST', 'STAFF', 'ADMIN'] as const;

export function AddPersonDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('people.add')} lead={t('people.addLead')}>
      <AddPersonForm onDone={onClose} />
    </Dialog>
  );
}

function AddPersonForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const add = trpc.people.add.useMutation({
    onSuccess: (_, { name }) => {
      toast.success(t('people.added', { name }));
      void queries.people.list.invalidate();
      onDone();
    },
  });
  const form = useForm<z.infer<typeof addUserInput>>({
    resolver: zodResolver(addUserInput),
    defaultValues: { name: '', email: '', role: 'ARTIST', password: '' },
  });
  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={form.handleSubmit((input) => add.mutate(input))} className="space-y-4">
      {add.error && <ProblemNotice error={add.error} />}
      <Field label={t('people.name')} error={errors.name && t('common.required')}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" />}
      </Field>
      <Field label={t('people.email')} error={errors.email && t('signIn.badEmail')}>
        {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="off" />}
      </Field>
      <Field label={t('people.role')}>
        {({ id }) => (
          <Controller
            name="role"
            control={form.control}
            render={({ field }) => (
              <Select
                id={id}
                value={field.value}
                onChange={field.onChange}
                options={ROLES.map((value) => ({
                  value,
                  label: t(`shell.roles.${value}`),
                  hint: t(`people.roleHints.${value}`),
                }))}
              />
            )}
          />
        )}
      </Field>
      <Field
        label={t('people.password')}
        hint={t('people.passwordHint')}
        error={errors.password && t('people.passwordShort')}
      >
        {(control) => (
          <PasswordInput {...control} {...form.register('password')} autoComplete="new-password" />
        )}
      </Field>
      <DialogActions>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" pending={add.isPending}>
          {t('people.submit')}
        </Button>
      </DialogActions>
    </form>
  );
}
