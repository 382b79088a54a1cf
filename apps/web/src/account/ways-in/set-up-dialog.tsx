import { useState } from 'react';
import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { ConfirmCode } from './confirm-code.tsx';
import { PasswordQuestion } from './password-question.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface SetUpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Password, then the code to scan and a first code from the app, then the recovery codes. */
export function SetUpDialog({ open, onClose }: SetUpDialogProps) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const begin = trpc.waysIn.beginFactor.useMutation();
  const [confirmed, setConfirmed] = useState(false);
  const close = () => {
    onClose();
    begin.reset();
    setConfirmed(false);
  };
  const onConfirmed = () => {
    setConfirmed(true);
    toast.success(words.waysIn.turnedOn);
    void queries.waysIn.see.invalidate();
  };
  const begun = begin.data;
  return (
    <Dialog
      open={open}
      onClose={close}
      title={confirmed ? words.waysIn.codes : words.waysIn.setUpTitle}
      lead={begun ? undefined : words.waysIn.passwordFirst}
    >
      {!begun && (
        <PasswordQuestion
          onAnswer={(password) => begin.mutate({ password })}
          onCancel={close}
          pending={begin.isPending}
          go={words.waysIn.goOn}
          problem={begin.error && <ProblemNotice error={begin.error} />}
        />
      )}
      {begun && !confirmed && <ConfirmCode uri={begun.uri} onConfirmed={onConfirmed} onCancel={close} />}
      {begun && confirmed && <RecoveryCodes codes={begun.recoveryCodes} onDone={close} />}
    </Dialog>
  );
}
