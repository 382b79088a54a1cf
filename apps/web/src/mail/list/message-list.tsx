import { useVirtualizer } from '@tanstack/react-virtual';
import { Inbox, SearchX } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import type { MailActs } from '../act/use-mail-acts.ts';
import { useMailboxes } from '../use-mailboxes.ts';
import type { Conversation } from './conversations.ts';
import { MessageRow } from './message-row.tsx';
import type { useMessages } from './use-messages.ts';
import type { Selection } from './use-selection.ts';

/** Pixels; each row is as high as the other, so that a list of any length scrolls without being measured. */
const ROW_HEIGHT = 84;
/** So many rows before the end the next part is asked for. */
const AHEAD = 20;

interface MessageListProps {
  readonly messages: ReturnType<typeof useMessages>;
  readonly openId: string | undefined;
  readonly searching: boolean;
  /** It is of what was sent. */
  readonly sent: boolean;
  readonly selection: Selection;
  readonly acts: MailActs;
  readonly onOpen: (threadId: string) => void;
}

export function MessageList({ messages, searching, ...rest }: MessageListProps) {
  const { words } = useReader();
  const { rows, error, isPending } = messages;
  if (error && rows.length === 0)
    return (
      <div className="p-4">
        <ProblemNotice error={error} />
      </div>
    );
  if (isPending) return <Skeleton className="m-3 h-64 rounded-2xl" />;
  if (rows.length === 0)
    return searching ? (
      <EmptyState icon={SearchX} title={words.mailbox.notFound} hint={words.mailbox.notFoundHint} />
    ) : (
      <EmptyState icon={Inbox} title={words.mailbox.empty} hint={words.mailbox.emptyHint} />
    );
  return <Rows messages={messages} {...rest} />;
}

function Rows({ messages, openId, sent, selection, acts, onOpen }: Omit<MessageListProps, 'searching'>) {
  const { words } = useReader();
  const { mailboxes } = useMailboxes();
  const box = useRef<HTMLDivElement>(null);
  const { rows } = messages;
  // oxlint-disable-next-line react/incompatible-library -- it answers anew with every render, which is what is wanted
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.threadId ?? index,
    overscan: 8,
  });
  const shown = list.getVirtualItems();
  useNextPart(messages, shown.at(-1)?.index ?? 0);
  useOpenInView(box, rows, openId, (index) => list.scrollToIndex(index));
  const colourOf = ({ head }: Conversation) =>
    mailboxes.length > 1 ? (mailboxes.find(({ id }) => id === head.accountId)?.color ?? null) : null;
  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={words.mailbox.list} className="relative" style={{ height: list.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
            >
              <MessageRow
                row={row}
                colour={colourOf(row)}
                sent={sent}
                open={row.threadId === openId}
                selected={selection.has(row.threadId)}
                onOpen={() => onOpen(row.threadId)}
                onSelect={() => selection.toggle(row.threadId)}
                onStar={() => acts.mark(row.ids, row.flagged ? 'unflagged' : 'flagged')}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function useNextPart(
  { rows, hasNextPage, isFetching, fetchNextPage }: MessageListProps['messages'],
  last: number,
) {
  const near = hasNextPage && !isFetching && last >= rows.length - AHEAD;
  useEffect(() => {
    if (near) void fetchNextPage();
  }, [near, fetchNextPage]);
}

/** What was opened by a key is scrolled to; what was clicked is in view already. */
function useOpenInView(
  box: RefObject<HTMLDivElement | null>,
  rows: readonly Conversation[],
  openId: string | undefined,
  scroll: (index: number) => void,
): void {
  const index = rows.findIndex(({ threadId }) => threadId === openId);
  const latest = useRef(scroll);
  useEffect(() => {
    latest.current = scroll;
  });
  useEffect(() => {
    if (index === -1 || !box.current) return;
    const { scrollTop, clientHeight } = box.current;
    const top = index * ROW_HEIGHT;
    if (top < scrollTop || top + ROW_HEIGHT > scrollTop + clientHeight) latest.current(index);
  }, [index, box]);
}
