import { type ReactNode, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Button, type ButtonLook } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { PasswordInput } from '../../ui/controls/password-input.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';

interface PasswordQuestionProps {
  readonly onAnswer: (password: string) => void;
  readonly onCancel: () => void;
  readonly pending: boolean;
  readonly go: string;
  readonly look?: ButtonLook;
  /** Why the last answer led nowhere. */
  readonly problem: ReactNode;
  readonly children?: ReactNode;
}

/** That it is the person, before how they sign in is changed. */
export function PasswordQuestion({
  onAnswer,
  onCancel,
  pending,
  go,
  look = 'primary',
  problem,
  children,
}: PasswordQuestionProps) {
  const { words } = useReader();
  const { email } = useMe();
  const form = useForm({ defaultValues: { password: '' } });
  useEffect(() => form.setFocus('password'), [form]);
  return (
    <form noValidate onSubmit={form.handleSubmit(({ password }) => onAnswer(password))} className="space-y-4">
      {problem}
      {children}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={words.account.current} error={form.formState.errors.password && words.common.required}>
        {(control) => (
          <PasswordInput
            {...control}
            {...form.register('password', { required: true })}
            autoComplete="current-password"
          />
        )}
      </Field>
      <DialogActions>
        <Button onClick={onCancel}>{words.common.cancel}</Button>
        <Button type="submit" look={look} pending={pending}>
          {go}
        </Button>
      </DialogActions>
    </form>
  );
}
