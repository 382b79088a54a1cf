import { useCallback } from 'react';
import type { Mailbox } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { closing, useTellingWatched, type Watch } from '../live/use-watching.ts';
import { useMe } from '../shell/use-me.ts';

const NONE: readonly Mailbox[] = [];

/** The mailboxes that this person reads. */
export function useMailboxes() {
  const list = trpc.mailboxes.list.useQuery();
  return { ...list, mailboxes: list.data ?? NONE };
}

/** What nobody has read in the inboxes of these. */
export function unreadIn(mailboxes: readonly Mailbox[]): number {
  const inboxes = mailboxes.flatMap(({ folders }) => folders).filter(({ role }) => role === 'inbox');
  return inboxes.reduce((sum, { unread }) => sum + unread, 0);
}

/** The same of all that this person reads; who reads none asks nothing. */
export function useUnreadMail(): number {
  const { data } = trpc.mailboxes.list.useQuery(undefined, { enabled: useMe().mailboxes > 0 });
  return unreadIn(data ?? NONE);
}

/** Says that mail is on the screen: servers that do not tell by themselves are asked more often meanwhile. */
export function useWatchingMail(): void {
  const { client } = trpc.useUtils();
  const watch: Watch = useCallback(
    (onError) => closing(client.mailboxes.watch.subscribe(undefined, { onError })),
    [client],
  );
  useTellingWatched(watch);
}
