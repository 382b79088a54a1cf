import { accountInput } from '@atelier/api/input/account';
import { factsOf, type PasswordKind } from '@atelier/providers/kinds';
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef } from 'react';
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { RemoteCalendar } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { DialogActions } from '../ui/overlay/dialog.tsx';
import type { Account } from './account.ts';
import { TestSteps } from './test-steps.tsx';

const formInput = accountInput.safeExtend({ name: z.string().trim().max(100) });

interface AccountFormProps {
  readonly kind: PasswordKind;
  /** What was typed before, when somebody comes back. */
  readonly typed: Account | null;
  readonly onBack: () => void;
  readonly onFound: (account: Account, calendars: readonly RemoteCalendar[]) => void;
}

/** Asks for the account and tries it; goes on only when the test got through. */
export function AccountForm({ kind, typed, onBack, onFound }: AccountFormProps) {
  const { words } = useReader();
  const test = trpc.connections.test.useMutation();
  const form = useForm<Account>({
    resolver: zodResolver(formInput),
    defaultValues: typed ?? {
      kind,
      url: factsOf(kind).address ?? '',
      username: '',
      password: '',
      name: '',
    },
  });
  const report = test.data;
  const works = report?.ok === true && report.calendars.length > 0;
  const submit = form.handleSubmit(async (account) => {
    await test.mutateAsync(account).catch(() => null);
  });
  return (
    // What was tested must be what is connected: any change asks for a new test.
    <form noValidate onSubmit={submit} onChange={() => test.reset()} className="space-y-4">
      <AccountFields kind={kind} form={form} />
      {test.error && <ProblemNotice error={test.error} />}
      {(test.isPending || report) && <TestSteps pending={test.isPending} report={report ?? null} />}
      {report?.ok && report.calendars.length === 0 && <Notice tone="warn" title={words.connect.noneFound} />}
      <DialogActions>
        <Button onClick={onBack}>{words.common.back}</Button>
        {works ? (
          <NextButton onClick={() => onFound(form.getValues(), report.calendars)} />
        ) : (
          <Button type="submit" look="primary" pending={test.isPending}>
            {words.connect.test}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}

/** Takes the place of the button that was pressed, and its focus too. */
function NextButton({ onClick }: { readonly onClick: () => void }) {
  const { words } = useReader();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Button ref={button} look="primary" onClick={onClick}>
      {words.connect.next}
    </Button>
  );
}

interface FieldsProps {
  readonly kind: PasswordKind;
  readonly form: UseFormReturn<Account>;
}

function AccountFields({ kind, form }: FieldsProps) {
  const { words } = useReader();
  const { errors } = form.formState;
  const { signIn } = factsOf(kind);
  const onlyAddress = signIn.username === 'none';
  const missing = (error: unknown) => (error ? words.common.required : undefined);
  return (
    <>
      <Field
        label={onlyAddress ? words.connect.secrets.address : words.connect.url}
        hint={words.connect.urlHints[kind]}
        error={missing(errors.url)}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('url')}
            type={onlyAddress ? 'text' : 'url'}
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
          />
        )}
      </Field>
      {!onlyAddress && <SignInFields kind={kind} form={form} />}
      <Field
        label={words.connect.name}
        hint={words.connect.nameHint}
        error={errors.name && words.common.tooLong}
      >
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" maxLength={100} />}
      </Field>
    </>
  );
}

function SignInFields({ kind, form }: FieldsProps) {
  const { words } = useReader();
  const { errors } = form.formState;
  const username = useWatch({ control: form.control, name: 'username' });
  const { signIn } = factsOf(kind);
  const shortId = signIn.username === 'short-id';
  const missing = (error: unknown) => (error ? words.common.required : undefined);
  return (
    <>
      <Field
        label={words.connect.usernames[signIn.username]}
        hint={words.connect.usernameHints[kind]}
        error={missing(errors.username)}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('username')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      {shortId && username.includes('@') && <Notice tone="warn" title={words.connect.usernameAt} />}
      <Field
        label={words.connect.secrets[signIn.secret]}
        hint={words.connect.passwordHints[kind]}
        error={missing(errors.password)}
      >
        {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="off" />}
      </Field>
    </>
  );
}
