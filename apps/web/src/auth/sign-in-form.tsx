import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { type Entered, type SignInRefusal, signIn } from './credentials.ts';

const signInInput = z.object({ email: z.email(), password: z.string().min(1) });

interface SignInFormProps {
  readonly onEntered: (how: Entered) => Promise<void>;
}

export function SignInForm({ onEntered }: SignInFormProps) {
  const { words } = useReader();
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const form = useForm({ resolver: zodResolver(signInInput), defaultValues: { email: '', password: '' } });
  const { errors, isSubmitting } = form.formState;

  useEffect(() => {
    form.setFocus('email');
  }, [form]);
  const submit = form.handleSubmit(async ({ email, password }) => {
    setRefusal(null);
    const entered = await signIn(email, password);
    if (typeof entered === 'string') return onEntered(entered);
    setRefusal(entered);
    form.setFocus('password');
  });
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {refusal && <RefusalNotice refusal={refusal} />}
      <Field label={words.signIn.email} error={errors.email && words.signIn.badEmail}>
        {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="username" />}
      </Field>
      <Field label={words.signIn.password} error={errors.password && words.common.required}>
        {(control) => (
          <PasswordInput {...control} {...form.register('password')} autoComplete="current-password" />
        )}
      </Field>
      <Button type="submit" look="primary" pending={isSubmitting} className="w-full">
        {words.signIn.submit}
      </Button>
    </form>
  );
}

function RefusalNotice({ refusal }: { readonly refusal: SignInRefusal }) {
  const { words } = useReader();
  const { elapsed } = useFormats();
  if (refusal.reason === 'limited') {
    return (
      <Notice tone="warn" title={words.signIn.limited({ wait: elapsed(refusal.waitSeconds * 1_000) })} />
    );
  }
  const { reason } = refusal;
  return <Notice tone="bad" title={words.signIn[reason]} hint={words.signIn[`${reason}Hint`]} />;
}
