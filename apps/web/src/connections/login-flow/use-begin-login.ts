import type { BeginLogin, BegunLogin } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';

/** Opens the sign-in page of a Nextcloud in a tab of its own. */
export function useBeginLogin(onBegun: (login: BegunLogin) => void) {
  const begin = trpc.loginFlow.begin.useMutation();
  const go = (input: BeginLogin) => {
    // Browsers let a tab be opened by a click, and not by an answer that comes later.
    const tab = window.open('', '_blank');
    if (tab) tab.opener = null;
    begin.mutate(input, {
      onSuccess: (login) => {
        tab?.location.replace(login.page);
        onBegun(login);
      },
      onError: () => tab?.close(),
    });
  };
  return { go, pending: begin.isPending, error: begin.error };
}
