import { accountInput } from '@atelier/api/input/account';
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef } from 'react';
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ProviderKind, RemoteCalendar } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { PasswordInput } from '../ui/controls/password-input.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { DialogActions } from '../ui/overlay/dialog.tsx';
import type { Account } from './account.ts';
import { TestSteps } from './test-steps.tsx';

const INFOMANIAK_URL = 'https://sync.infomaniak.com';

const formInput = accountInput.extend({ name: z.string().trim().max(100) });

interface AccountFormProps {
  readonly kind: ProviderKind;
  /** What was typed before, when somebody comes back. */
  readonly typed: Account | null;
  readonly onBack: () => void;
  readonly onFound: (account: Account, calendars: readonly RemoteCalendar[]) => void;
}

/** Asks for the account and tries it; goes on only when the test got through. */
export function AccountForm({ kind, typed, onBack, onFound }: AccountFormProps) {
  const { t } = useTranslation();
  const test = trpc.connections.test.useMutation();
  const form = useForm<Account>({
    resolver: zodResolver(formInput),
    defaultValues: typed ?? {
      kind,
      url: kind === 'infomaniak' ? INFOMANIAK_URL : '',
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
      {report?.ok && report.calendars.length === 0 && <Notice tone="warn" title={t('connect.noneFound')} />}
      <DialogActions>
        <Button onClick={onBack}>{t('common.back')}</Button>
        {works ? (
          <NextButton onClick={() => onFound(form.getValues(), report.calendars)} />
        ) : (
          <Button type="submit" look="primary" pending={test.isPending}>
            {t('connect.test')}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}

/** Takes the place of the button that was pressed, and its focus too. */
function NextButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Button ref={button} look="primary" onClick={onClick}>
      {t('connect.next')}
    </Button>
  );
}

function AccountFields({
  kind,
  form,
}: {
  readonly kind: ProviderKind;
  readonly form: UseFormReturn<Account>;
}) {
  const { t } = useTranslation();
  const { errors } = form.formState;
  const username = useWatch({ control: form.control, name: 'username' });
  const infomaniak = kind === 'infomaniak';
  const missing = (error: unknown) => (error ? t('common.required') : undefined);
  return (
    <>
      <Field label={t('connect.url')} hint={t(`connect.urlHints.${kind}`)} error={missing(errors.url)}>
        {(control) => (
          <Input
            {...control}
            {...form.register('url')}
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
          />
        )}
      </Field>
      <Field
        label={t(infomaniak ? 'connect.usernameInfomaniak' : 'connect.username')}
        hint={t(`connect.usernameHints.${kind}`)}
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
      {infomaniak && username.includes('@') && <Notice tone="warn" title={t('connect.usernameAt')} />}
      <Field
        label={t(kind === 'caldav' ? 'connect.password' : 'connect.appPassword')}
        hint={t(`connect.passwordHints.${kind}`)}
        error={missing(errors.password)}
      >
        {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="off" />}
      </Field>
      <Field
        label={t('connect.name')}
        hint={t('connect.nameHint')}
        error={errors.name && t('common.tooLong')}
      >
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" maxLength={100} />}
      </Field>
    </>
  );
}
