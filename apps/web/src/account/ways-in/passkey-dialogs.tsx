import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { WayIn } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { DoorNotice } from '../../auth/door-notice.tsx';
import { addPasskey, wasClosed } from '../../auth/passkeys.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { deviceName } from '../notifications/device-name.ts';
import { PasswordQuestion } from './password-question.tsx';

const LONGEST_NAME = 100;

interface AskedProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Named after this device at first, where most are kept. */
export function AddPasskeyDialog({ open, onClose }: AskedProps) {
  const { words, language } = useReader();
  const queries = trpc.useUtils();
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  const add = useMutation({
    mutationFn: (password: string) =>
      addPasskey({ password, name: name.trim() || words.waysIn.unnamed }, language),
    onSuccess: () => {
      toast.success(words.waysIn.passkeyAdded);
      void queries.waysIn.see.invalidate();
      close();
    },
  });
  const close = () => {
    onClose();
    add.reset();
  };
  return (
    <Dialog open={open} onClose={close} title={words.waysIn.addPasskey} lead={words.waysIn.addLead}>
      <PasswordQuestion
        onAnswer={(password) => add.mutate(password)}
        onCancel={close}
        pending={add.isPending}
        go={words.waysIn.goOn}
        problem={add.error && !wasClosed(add.error) && <DoorNotice error={add.error} />}
      >
        <Field label={words.waysIn.passkeyName}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={LONGEST_NAME}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </PasswordQuestion>
    </Dialog>
  );
}

export function NamePasskeyDialog({ passkey, open, onClose }: AskedProps & { readonly passkey: WayIn }) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const form = useForm({ values: { name: passkey.name ?? '' } });
  const save = trpc.waysIn.namePasskey.useMutation({
    onSuccess: () => {
      void queries.waysIn.see.invalidate();
      onClose();
    },
  });
  return (
    <Dialog open={open} onClose={onClose} title={words.waysIn.rename}>
      <form
        noValidate
        onSubmit={form.handleSubmit(({ name }) => save.mutate({ id: passkey.id, name }))}
        className="space-y-4"
      >
        {save.error && <ProblemNotice error={save.error} />}
        <Field label={words.waysIn.passkeyName} error={form.formState.errors.name && words.common.required}>
          {(control) => (
            <Input {...control} {...form.register('name', { required: true, maxLength: LONGEST_NAME })} />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="primary" pending={save.isPending}>
            {words.common.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
