import { factsOf, type OAuthKind } from '@atelier/providers/kinds';
import { useId, useState } from 'react';
import { trpc } from '../../../api/trpc.ts';
import { useProblemToast } from '../../../calendars/use-sync-now.ts';
import { RegisterSteps } from '../../../connections/sign-in/register-steps.tsx';
import { useReader } from '../../../language/studio-reader.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Checkbox } from '../../../ui/controls/checkbox.tsx';
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
  const kinds = trpc.signIns.kinds.useQuery({ origin: window.location.origin });
  const known = kinds.data?.find((one) => one.kind === kind);
  const id = useId();
  const [calendars, setCalendars] = useState(mailboxId === undefined);
  const begin = trpc.mailboxes.beginSignIn.useMutation({
    onError: useProblemToast(),
    onSuccess: ({ page }) => window.location.assign(page),
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
      {kinds.isPending && <Skeleton className="h-24 rounded-xl" />}
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
          // The page that is left is not ready for a second click either.
          <Button look="primary" pending={begin.isPending || begin.isSuccess} onClick={go}>
            {words.signIns.go({ provider })}
          </Button>
        )}
      </DialogActions>
    </div>
  );
}
