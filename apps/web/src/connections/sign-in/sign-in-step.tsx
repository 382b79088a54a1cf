import { factsOf, type OAuthKind } from '@atelier/providers/kinds';
import { Check } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';
import { RegisterSteps } from './register-steps.tsx';
import type { Right } from './rights.ts';
import { useRegistration } from './use-registration.ts';
import { useSignIn } from './use-sign-in.ts';

/** As the command asks for them. */
const ASKED: Readonly<Record<OAuthKind, readonly Right[]>> = {
  microsoft: ['calendars', 'shared', 'who', 'lasting'],
  google: ['calendars', 'who', 'lasting'],
};

interface SignInStepProps {
  readonly kind: OAuthKind;
  /** The mail address that was typed, which the page there is handed. */
  readonly hint: string | null;
  readonly onBack: () => void;
}

/** Before somebody goes to the provider's page: what will be asked there; or what an operator has to do first. */
export function SignInStep({ kind, hint, onBack }: SignInStepProps) {
  const { words } = useReader();
  const { known, error, isPending } = useRegistration(kind);
  const signIn = useSignIn();
  const { provider } = factsOf(kind).signIn;
  return (
    <>
      {error && <ProblemNotice error={error} />}
      {isPending && <Skeleton className="h-40 rounded-xl" />}
      {known && !known.registered && <RegisterSteps kind={kind} redirectUri={known.redirectUri} />}
      {known?.registered && <WhatIsAsked kind={kind} />}
      <DialogActions>
        <Button onClick={onBack}>{words.common.back}</Button>
        {known?.registered && (
          <Button
            look="primary"
            pending={signIn.pending}
            onClick={() => signIn.go(kind, hint === null ? {} : { hint })}
          >
            {words.signIns.go({ provider })}
          </Button>
        )}
      </DialogActions>
    </>
  );
}

function WhatIsAsked({ kind }: { readonly kind: OAuthKind }) {
  const { words } = useReader();
  return (
    <>
      <p>{words.signIns.lead({ provider: factsOf(kind).signIn.provider })}</p>
      <p className="mt-4 font-medium">{words.signIns.asks}</p>
      <ul className="mt-2 space-y-1.5">
        {ASKED[kind].map((right) => (
          <li key={right} className="flex gap-2.5">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
            {words.signIns.rights[right]}
          </li>
        ))}
      </ul>
    </>
  );
}
