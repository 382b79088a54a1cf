import { acceptLinkInput } from '@atelier/api/input/person';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { PersonLink } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';

const chosen = acceptLinkInput.pick({ name: true, password: true });

interface JoinFormProps {
  readonly token: string;
  readonly link: PersonLink;
  readonly onChosen: (email: string, password: string) => Promise<void>;
}

export function JoinForm({ token, link, onChosen }: JoinFormProps) {
  const { words, language } = useReader();
  const accept = trpc.people.acceptLink.useMutation();
  const form = useForm({ resolver: zodResolver(chosen), defaultValues: { name: link.name, password: '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (typed) => {
    const used = await accept.mutateAsync({ token, ...typed, language }).catch(() => null);
    if (used) await onChosen(used.email, typed.password);
  });
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {accept.error && <ProblemNotice error={accept.error} />}
      <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
      <Field label={words.join.name} error={errors.name && words.common.required}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="name" />}
      </Field>
      <Field
        label={words.join.password}
        hint={words.join.passwordHint}
        error={errors.password && words.people.passwordShort}
      >
        {(control) => (
          <PasswordInput {...control} {...form.register('password')} autoComplete="new-password" />
        )}
      </Field>
      <Button type="submit" look="primary" pending={isSubmitting} className="w-full">
        {words.join.submit}
      </Button>
    </form>
  );
}
