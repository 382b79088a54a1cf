import { ArrowLeft, CalendarPlus, Forward, Reply, ReplyAll } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AnswerKind, MailThread, PlacedMail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useMe } from '../../shell/use-me.ts';
import { browserZone } from '../../time/zone-name.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { ActBar } from '../act/act-bar.tsx';
import type { MailActs } from '../act/use-mail-acts.ts';
import { ClientCard } from '../client/client-card.tsx';
import { EventFromMail } from '../event/event-from-mail.tsx';
import { useMailboxes } from '../use-mailboxes.ts';
import { MessageCard } from './message-card.tsx';

interface ThreadViewProps {
  readonly threadId: string;
  readonly phone: boolean;
  readonly acts: MailActs;
  readonly onClose: () => void;
  /** After it has left the list: what comes next there. */
  readonly onGone: () => void;
  /** @param above what the answer begins with. */
  readonly onAnswer: (message: PlacedMail, kind: AnswerKind, above?: string) => void;
}

/** A conversation, the oldest message first; what was not read and the newest stand open. */
export function ThreadView(props: ThreadViewProps) {
  const { threadId, phone, onClose } = props;
  const { words } = useReader();
  const thread = trpc.mailboxes.thread.useQuery({ threadId });
  if (thread.data) return <Thread {...props} thread={thread.data} />;
  return (
    <div className="flex-1 space-y-3 p-4">
      {phone && <IconButton icon={ArrowLeft} label={words.mailbox.back} onClick={onClose} />}
      <h1 className="sr-only">{words.mailbox.reading}</h1>
      {thread.error ? <ProblemNotice error={thread.error} /> : <Skeleton className="h-64 rounded-2xl" />}
    </div>
  );
}

function Thread(props: ThreadViewProps & { readonly thread: MailThread }) {
  const { thread, phone, acts, onClose, onGone, onAnswer } = props;
  const { words } = useReader();
  const { messages } = thread;
  const expanded = useExpanded(messages);
  useMarkSeen(messages, acts);
  const acted = useActedOn(messages);
  const last = messages.at(-1);
  const theirs = acted.at(-1);
  const [eventOf, setEventOf] = useState<PlacedMail | null>(null);
  const Heading = phone ? 'h1' : 'h2';
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex items-center gap-1 border-b border-line px-2 py-1.5">
        {phone && <IconButton icon={ArrowLeft} label={words.mailbox.back} onClick={onClose} />}
        <ActBar messages={acted} acts={acts} onGone={onGone} onUnread={onClose} />
      </div>
      <div className="min-h-0 flex-1 space-y-3 overflow-y-auto p-4">
        <Heading className="text-lg font-semibold break-words">
          {messages[0]?.subject || words.mailbox.noSubject}
        </Heading>
        <Answering thread={thread} />
        {messages.map((message) => (
          <MessageCard
            key={message.id}
            message={message}
            heading={phone ? 'h2' : 'h3'}
            open={expanded.has(message.messageRow)}
            onToggle={() => expanded.toggle(message.messageRow)}
            onAnswer={onAnswer}
            onEvent={setEventOf}
          />
        ))}
        {theirs && (
          <ClientCard message={theirs} onAnswerWith={(message, text) => onAnswer(message, 'reply', text)} />
        )}
        {last && <AnswerButtons message={last} onAnswer={onAnswer} onEvent={setEventOf} />}
      </div>
      <EventFromMail message={eventOf} onClose={() => setEventOf(null)} />
    </div>
  );
}

/** What one wrote oneself stays among what was sent, unless there is nothing else. */
function useActedOn(messages: readonly PlacedMail[]): readonly PlacedMail[] {
  const { mailboxes } = useMailboxes();
  const own = new Set(
    mailboxes
      .flatMap(({ folders }) => folders)
      .filter(({ role }) => role === 'sent' || role === 'drafts')
      .map(({ id }) => id),
  );
  const others = messages.filter(({ folderId }) => folderId === null || !own.has(folderId));
  return others.length > 0 ? others : messages;
}

function AnswerButtons({
  message,
  onAnswer,
  onEvent,
}: { readonly message: PlacedMail; readonly onEvent: (message: PlacedMail) => void } & Pick<
  ThreadViewProps,
  'onAnswer'
>) {
  const { words } = useReader();
  const kinds = [
    ['reply', Reply, words.mailbox.reply],
    ['reply-all', ReplyAll, words.mailbox.replyAll],
    ['forward', Forward, words.mailbox.forward],
  ] as const;
  return (
    <div className="flex flex-wrap gap-2">
      {kinds.map(([kind, Icon, name]) => (
        <Button key={kind} onClick={() => onAnswer(message, kind)}>
          <Icon aria-hidden className="size-4" />
          {name}
        </Button>
      ))}
      <Button onClick={() => onEvent(message)}>
        <CalendarPlus aria-hidden className="size-4" />
        {words.mailbox.event}
      </Button>
    </div>
  );
}

/** Two people do not answer one mail unknowingly (M8). */
function Answering({ thread: { answering } }: { readonly thread: MailThread }) {
  const { words } = useReader();
  const { dateTime } = useFormats();
  const { userId } = useMe();
  const [latest] = answering.filter(({ authorId }) => authorId !== userId);
  if (!latest) return null;
  const name = latest.authorName ?? words.mailbox.somebody;
  return (
    <Notice
      tone="accent"
      title={
        latest.state === 'DRAFT'
          ? words.mailbox.answering({ name })
          : words.mailbox.answered({ name, when: dateTime(latest.at, browserZone()) })
      }
    />
  );
}

function useExpanded(messages: readonly PlacedMail[]) {
  const [first] = useState(
    () =>
      new Set(
        messages.filter(({ seen }, at) => !seen || at === messages.length - 1).map((one) => one.messageRow),
      ),
  );
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  return {
    has: (id: string) => first.has(id) !== turned.has(id),
    toggle: (id: string) =>
      setTurned((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
  };
}

/** What was shown has been read; once, so that what somebody marks as unread stays so. */
function useMarkSeen(messages: readonly PlacedMail[], acts: MailActs): void {
  const marked = useRef(false);
  useEffect(() => {
    if (marked.current) return;
    marked.current = true;
    const unread = messages.filter(({ seen }) => !seen).map(({ id }) => id);
    if (unread.length > 0) acts.mark(unread, 'seen');
  });
}
