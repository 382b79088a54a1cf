import { factsOf, type OAuthKind } from '@atelier/providers/kinds';
import { useId, useState } from 'react';
import { trpc } from '../../../api/trpc.ts';
import { useProblemToast } from '../../../calendars/use-sync-now.ts';
import { RegisterSteps } from '../../../connections/sign-in/register-steps.tsx';
import { useRegistration } from '../../../connections/sign-in/use-registration.ts';
import { isLeaving, leaveFor } from '../../../connections/sign-in/use-sign-in.ts';
import { useReader } from '../../../language/studio-reader.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Checkbox } from '../../../ui/controls/checkbox.tsx';
import { ProblemNotice } from '../../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../../ui/display/skeleton.tsx';
import { DialogActions } from '../../../ui/overlay/dialog.tsx';

interface MailSignInProps {
  readonly kind: OAuthKind;
  readonly address: string;
  /** The mailbox that signs in again. */
  readonly mailboxId?: string | undefined;
  readonly onBack: () => void;
  /** Null: the provider takes no passwords of mail programs. */
  readonly onPassword: (() => void) | null;
}

/** To the provider's own page, which opens the mailbox without a password; what is asked there is said before. */
export function MailSignIn({ kind, address, mailboxId, onBack, onPassword }: MailSignInProps) {
  const { words } = useReader();
  const said = words.mailSetup.signIn;
  const { provider } = factsOf(kind).signIn;
  const { known, error, isPending } = useRegistration(kind);
  const id = useId();
  const [calendars, setCalendars] = useState(mailboxId === undefined);
  const begin = trpc.mailboxes.beginSignIn.useMutation({
    onError: useProblemToast(),
    onSuccess: leaveFor,
  });
  const go = () =>
    begin.mutate({
      kind,
      address,
      calendars,
      origin: window.location.origin,
      ...(mailboxId && { mailboxId }),
    });
  return (
    <div className="space-y-4">
      <p className="font-medium break-all">{address}</p>
      {error && <ProblemNotice error={error} />}
      {isPending && <Skeleton className="h-24 rounded-xl" />}
      {known && !known.registered && <RegisterSteps kind={kind} redirectUri={known.redirectUri} />}
      {known?.registered && (
        <>
          <p>{said.lead({ provider })}</p>
          {mailboxId === undefined && (
            <div className="flex items-start gap-2.5">
              <Checkbox id={id} checked={calendars} onChange={setCalendars} />
              <label htmlFor={id}>
                {said.calendars}
                <span className="block text-[13px] text-soft">{said.calendarsHint}</span>
              </label>
            </div>
          )}
        </>
      )}
      {onPassword && (
        <Button size="small" look="quiet" onClick={onPassword}>
          {said.password}
        </Button>
      )}
      <DialogActions>
        <Button onClick={onBack}>{words.mailSetup.other}</Button>
        {known?.registered && (
          <Button look="primary" pending={isLeaving(begin)} onClick={go}>
            {words.signIns.go({ provider })}
          </Button>
        )}
      </DialogActions>
    </div>
  );
}
