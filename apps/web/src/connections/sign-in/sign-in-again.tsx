import { factsOf, type OAuthKind } from '@atelier/providers/kinds';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useSignIn } from './use-sign-in.ts';

interface SignInAgainProps {
  readonly kind: OAuthKind;
  readonly connectionId: string;
  /** Of the account, where there are several of these buttons. */
  readonly name?: string;
}

/** The one button of an account whose sign-in has ended. */
export function SignInAgain({ kind, connectionId, name }: SignInAgainProps) {
  const { words } = useReader();
  const { provider } = factsOf(kind).signIn;
  const { go, pending } = useSignIn();
  return (
    <Button
      size="small"
      look="primary"
      pending={pending}
      aria-label={name === undefined ? undefined : words.signIns.againOf({ provider, name })}
      onClick={() => go(kind, { connectionId })}
    >
      {words.signIns.again({ provider })}
    </Button>
  );
}
