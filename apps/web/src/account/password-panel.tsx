import { changePasswordInput } from '@atelier/api/input/person';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { useMe } from '../shell/use-me.ts';
import { Panel } from '../studio/panel.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';

export function PasswordPanel() {
  const { words } = useReader();
  const { email } = useMe();
  const form = useForm({
    resolver: zodResolver(changePasswordInput),
    defaultValues: { current: '', next: '' },
  });
  const change = trpc.people.changePassword.useMutation({
    onSuccess: () => {
      toast.success(words.account.changed);
      form.reset();
    },
  });
  const { errors } = form.formState;
  return (
    <Panel title={words.account.password} lead={words.account.passwordLead}>
      <form
        noValidate
        onSubmit={form.handleSubmit((input) => change.mutate(input))}
        className="max-w-sm space-y-4"
      >
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
        <Button type="submit" look="primary" pending={change.isPending}>
          {words.account.save}
        </Button>
      </form>
    </Panel>
  );
}
