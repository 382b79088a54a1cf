import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { BegunLogin } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';
import { useBeginLogin } from './use-begin-login.ts';

const typedInput = z.object({
  url: z.string().trim().min(1).max(2000),
  name: z.string().trim().max(100),
});

/** What has to be typed where the Nextcloud itself asks for the rest. */
export type LoginAddress = z.infer<typeof typedInput>;

interface LoginStepProps {
  readonly typed: LoginAddress | null;
  readonly onBack: () => void;
  readonly onByHand: (typed: LoginAddress) => void;
  readonly onBegun: (typed: LoginAddress, login: BegunLogin) => void;
}

/** Where the Nextcloud is; the rest is typed there. */
export function LoginStep({ typed, onBack, onByHand, onBegun }: LoginStepProps) {
  const { words } = useReader();
  const form = useForm<LoginAddress>({
    resolver: zodResolver(typedInput),
    defaultValues: { url: typed?.url ?? '', name: typed?.name ?? '' },
  });
  const { errors } = form.formState;
  const begin = useBeginLogin((login) => onBegun(form.getValues(), login));
  return (
    <form noValidate onSubmit={form.handleSubmit(({ url }) => begin.go({ url }))} className="space-y-4">
      <p>{words.loginFlow.lead}</p>
      <Field
        label={words.connect.url}
        hint={words.connect.urlHints.nextcloud}
        error={errors.url && words.common.required}
      >
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
        label={words.connect.name}
        hint={words.connect.nameHint}
        error={errors.name && words.common.tooLong}
      >
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" maxLength={100} />}
      </Field>
      {begin.error && <ProblemNotice error={begin.error} />}
      <DialogActions>
        <Button onClick={onBack}>{words.common.back}</Button>
        <Button onClick={() => onByHand(form.getValues())}>{words.loginFlow.byHand}</Button>
        <Button type="submit" look="primary" pending={begin.pending}>
          {words.loginFlow.go}
        </Button>
      </DialogActions>
    </form>
  );
}
