import { useEffect } from 'react';
import type { Mailbox } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';

const NONE: readonly Mailbox[] = [];

/** The mailboxes that this person reads. */
export function useMailboxes() {
  const list = trpc.mailboxes.list.useQuery();
  return { ...list, mailboxes: list.data ?? NONE };
}

/** What nobody has read in the inboxes. */
export function useUnreadMail(): number {
  const { mailboxes } = useMailboxes();
  const inboxes = mailboxes.flatMap(({ folders }) => folders).filter(({ role }) => role === 'inbox');
  return inboxes.reduce((sum, { unread }) => sum + unread, 0);
}

/** A little less often than the server forgets who looks. */
const TELL_EVERY_MS = 30_000;

/** Says that mail is on the screen: servers that do not tell by themselves are asked more often meanwhile. */
export function useWatchingMail(): void {
  const { client } = trpc.useUtils();
  useEffect(() => {
    const tell = () => {
      // One that gets lost costs nothing: the next follows.
      if (document.visibilityState === 'visible') client.mailboxes.watch.mutate().catch(() => {});
    };
    tell();
    const timer = setInterval(tell, TELL_EVERY_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [client]);
}
