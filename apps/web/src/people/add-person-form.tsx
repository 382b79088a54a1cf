import { addUserInput, inviteInput } from '@atelier/api/input/person';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { z } from 'zod';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { Segments } from '../ui/controls/segments.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { DialogActions } from '../ui/overlay/dialog.tsx';
import type { Made } from './made-link.tsx';
import { RoleSelect } from './role-select.tsx';

type Typed = z.infer<typeof addUserInput>;

interface AddPersonFormProps {
  readonly onDone: () => void;
  readonly onInvited: (person: Pick<Typed, 'name' | 'email'>, made: Made) => void;
}

const HOW = ['byLink', 'byPassword'] as const;
/** A password that nobody is asked for may stay empty. */
const byLinkForm = inviteInput.extend({ password: z.string() });

export function AddPersonForm({ onDone, onInvited }: AddPersonFormProps) {
  const { words } = useReader();
  const [how, setHow] = useState<(typeof HOW)[number]>('byLink');
  const { send, pending, error } = useAdding({ onDone, onInvited }, how === 'byLink');
  const form = useForm<Typed>({
    resolver: zodResolver(how === 'byLink' ? byLinkForm : addUserInput),
    defaultValues: { name: '', email: '', role: 'ARTIST', password: '' },
  });
  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={form.handleSubmit(send)} className="space-y-4">
      {error && <ProblemNotice error={error} />}
      <Field label={words.people.name} error={errors.name && words.common.required}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" />}
      </Field>
      <Field label={words.people.email} error={errors.email && words.signIn.badEmail}>
        {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="off" />}
      </Field>
      <Field label={words.people.role}>
        {({ id }) => (
          <Controller
            name="role"
            control={form.control}
            render={({ field }) => <RoleSelect id={id} value={field.value} onChange={field.onChange} />}
          />
        )}
      </Field>
      <div>
        <p className="mb-1.5 font-medium">{words.people.how}</p>
        <Segments
          label={words.people.how}
          value={how}
          options={HOW.map((value) => ({ value, label: words.people[value] }))}
          onChange={setHow}
        />
        {how === 'byLink' && (
          <p className="mt-1.5 text-[13px] leading-snug text-soft">{words.people.byLinkHint}</p>
        )}
      </div>
      {how === 'byPassword' && (
        <Field
          label={words.people.password}
          hint={words.people.passwordHint}
          error={errors.password && words.people.passwordShort}
        >
          {(control) => (
            <PasswordInput {...control} {...form.register('password')} autoComplete="new-password" />
          )}
        </Field>
      )}
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" pending={pending}>
          {how === 'byLink' ? words.people.invite : words.people.submit}
        </Button>
      </DialogActions>
    </form>
  );
}

function useAdding({ onDone, onInvited }: AddPersonFormProps, byLink: boolean) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const add = trpc.people.add.useMutation({
    onSuccess: (_, { name }) => {
      toast.success(words.people.added({ name }));
      void queries.people.list.invalidate();
      onDone();
    },
  });
  const invite = trpc.people.invite.useMutation({
    onSuccess: (made, { name, email }) => {
      void queries.people.list.invalidate();
      onInvited({ name, email }, made);
    },
  });
  const { isPending, error } = byLink ? invite : add;
  return {
    pending: isPending,
    error,
    send: ({ password, ...person }: Typed) =>
      byLink ? invite.mutate(person) : add.mutate({ ...person, password }),
  };
}
