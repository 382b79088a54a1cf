import type { OAuthKind } from '@atelier/providers/kinds';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';

export interface SignInAs {
  /** The account that signs in again. */
  readonly connectionId?: string;
  /** Whose page it is to be there: a mail address. */
  readonly hint?: string;
}

/** Takes the person to the provider's page; they come back to the page of connections. */
export function useSignIn() {
  const begin = trpc.signIns.begin.useMutation({
    onError: useProblemToast(),
    onSuccess: leaveFor,
  });
  return {
    go: (kind: OAuthKind, { connectionId, hint }: SignInAs = {}) =>
      begin.mutate({ kind, connectionId, hint, origin: window.location.origin }),
    pending: isLeaving(begin),
  };
}

/** To the provider's page. */
export const leaveFor = ({ page }: { readonly page: string }) => window.location.assign(page);

/** The page that is left is not ready for a second click either. */
export const isLeaving = (begin: { readonly isPending: boolean; readonly isSuccess: boolean }) =>
  begin.isPending || begin.isSuccess;
