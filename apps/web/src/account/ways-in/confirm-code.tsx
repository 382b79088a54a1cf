import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { CopyField } from '../../ui/controls/copy-field.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';
import { QrCode } from './qr-code.tsx';

interface ConfirmCodeProps {
  /** otpauth:// */
  readonly uri: string;
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
}

/** Nothing is asked for at sign-in before the app has shown that it has the right secret. */
export function ConfirmCode({ uri, onConfirmed, onCancel }: ConfirmCodeProps) {
  const { words } = useReader();
  const form = useForm({ defaultValues: { code: '' } });
  const confirm = trpc.waysIn.confirmFactor.useMutation({
    onSuccess: onConfirmed,
    onError: () => {
      form.reset();
      form.setFocus('code');
    },
  });
  useEffect(() => form.setFocus('code'), [form]);
  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={form.handleSubmit((input) => confirm.mutate(input))} className="space-y-4">
      <p>{words.waysIn.scan}</p>
      <QrCode text={uri} label={words.waysIn.qr} />
      <details>
        <summary className="cursor-pointer text-[13px] text-soft">{words.waysIn.byHand}</summary>
        <div className="mt-2">
          <CopyField label={words.waysIn.secret} value={new URL(uri).searchParams.get('secret') ?? ''} />
        </div>
      </details>
      {confirm.error && <ProblemNotice error={confirm.error} />}
      <Field label={words.signIn.code} error={errors.code && words.waysIn.sixDigits}>
        {(control) => (
          <Input
            {...control}
            {...form.register('code', { pattern: /^\s*\d{3}\s*\d{3}\s*$/, required: true })}
            inputMode="numeric"
            autoComplete="one-time-code"
            className="tracking-widest"
          />
        )}
      </Field>
      <DialogActions>
        <Button onClick={onCancel}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" pending={confirm.isPending}>
          {words.waysIn.turnOn}
        </Button>
      </DialogActions>
    </form>
  );
}
