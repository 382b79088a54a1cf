import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { WholeList } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { listedFolder } from '../folders/folder-look.ts';
import type { MailSearch } from '../mail-search.ts';
import { useMailboxes } from '../use-mailboxes.ts';
import { conversationsOf } from './conversations.ts';

const AT_ONCE = 100;

/** The messages of a folder or of a search, part by part; what changes is told by the feed, as of any other answer. */
export function useMessages({ q, unread = false, ...search }: MailSearch) {
  const { client } = trpc.useUtils();
  const { mailboxes } = useMailboxes();
  const { folderId, role } = listedFolder(mailboxes, search);
  const list = { folderId, role: role ?? 'inbox', unread, limit: AT_ONCE };
  const found = { line: q ?? '', accountId: null, limit: AT_ONCE };
  const parts = useInfiniteQuery({
    // As the other answers are kept, so that the feed finds it.
    queryKey: [['mailboxes', q ? 'search' : 'messages'], { input: q ? found : list, type: 'infinite' }],
    queryFn: ({ pageParam: before }) =>
      q
        ? client.mailboxes.search.query({ ...found, before })
        : client.mailboxes.messages.query({ ...list, before }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: mailboxes.length > 0 && search.box === undefined,
  });
  const { data } = parts;
  const rows = useMemo(() => conversationsOf(data?.pages.flatMap(({ messages }) => messages) ?? []), [data]);
  const whole: WholeList = q ? { line: q } : { folderId, role: role ?? 'inbox', unread };
  return { ...parts, rows, whole };
}
