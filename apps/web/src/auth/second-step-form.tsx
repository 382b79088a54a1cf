import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Checkbox } from '../ui/controls/checkbox.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { askDoor, DoorRefusal } from './credentials.ts';
import { DoorNotice } from './door-notice.tsx';

interface SecondStepFormProps {
  readonly onSignedIn: () => Promise<void>;
  /** Back to the password, with what led there. */
  readonly onOver: (error: unknown) => void;
}

const UNAUTHORIZED = 401;

/** After the password: the code of the app, or one from the paper. */
export function SecondStepForm({ onSignedIn, onOver }: SecondStepFormProps) {
  const { words, language } = useReader();
  const [kind, setKind] = useState<'app' | 'recovery'>('app');
  const [trust, setTrust] = useState(false);
  const form = useForm({ defaultValues: { code: '' } });
  const trustId = useId();
  const enter = useMutation({
    mutationFn: (code: string) => askDoor('second-step', { kind, code, trust }, language),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (error instanceof DoorRefusal && error.status === UNAUTHORIZED) return onOver(error);
      form.reset();
      form.setFocus('code');
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind is another field.
  useEffect(() => {
    form.setFocus('code');
  }, [form, kind]);
  const change = () => {
    enter.reset();
    form.reset();
    setKind(kind === 'app' ? 'recovery' : 'app');
  };
  const isApp = kind === 'app';
  return (
    <form noValidate onSubmit={form.handleSubmit(({ code }) => enter.mutate(code))} className="space-y-4">
      {enter.error && <DoorNotice error={enter.error} />}
      <Field
        key={kind}
        label={isApp ? words.signIn.code : words.signIn.recoveryCode}
        hint={isApp ? words.signIn.codeHint : words.signIn.recoveryHint}
        error={form.formState.errors.code && words.common.required}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('code', { required: true })}
            inputMode={isApp ? 'numeric' : 'text'}
            autoComplete={isApp ? 'one-time-code' : 'off'}
            autoCapitalize="none"
            spellCheck={false}
            className="tracking-widest"
          />
        )}
      </Field>
      <div className="flex items-center gap-3">
        <Checkbox id={trustId} checked={trust} onChange={setTrust} />
        <label htmlFor={trustId}>{words.signIn.trust}</label>
      </div>
      <Button type="submit" look="primary" pending={enter.isPending} className="w-full">
        {words.signIn.submit}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button look="quiet" size="small" onClick={change}>
          {isApp ? words.signIn.useRecovery : words.signIn.useApp}
        </Button>
        <Button look="quiet" size="small" onClick={() => onOver(null)}>
          {words.signIn.backToPassword}
        </Button>
      </div>
    </form>
  );
}
