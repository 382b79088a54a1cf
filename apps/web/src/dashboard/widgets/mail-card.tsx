import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { type Mailbox, type PlacedMail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { unreadIn, useMailboxes, useWatchingMail } from '../../mail/use-mailboxes.ts';
import { AgeText } from '../../time/age-text.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Badge } from '../../ui/display/badge.tsx';
import { Card } from '../../ui/display/card.tsx';
import { ColourDot } from '../../ui/display/colour-dot.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { WidgetFoot } from './widget-foot.tsx';

const SHOWN = 5;

/** What nobody has read in each mailbox, and the newest of them all. */
export function MailCard() {
  const { words } = useReader();
  const { mailboxes } = useMailboxes();
  const newest = trpc.mailboxes.messages.useQuery({
    folderId: null,
    role: 'inbox',
    unread: false,
    before: null,
    limit: SHOWN,
  });
  useWatchingMail();
  const messages = newest.data?.messages;
  const several = mailboxes.length > 1;
  const colourOf = (accountId: string) =>
    several ? (mailboxes.find(({ id }) => id === accountId)?.color ?? null) : null;
  return (
    <Card aria-labelledby="mail-title" className="overflow-hidden">
      <header className="flex items-center justify-between gap-3 px-5 pt-5 pb-2">
        <h2 id="mail-title" className="text-base font-semibold">
          {words.dashboard.widgets.mail}
        </h2>
        <Link
          to="/mail"
          className="inline-flex items-center gap-1 rounded text-[13px] font-medium text-accent hover:underline"
        >
          {words.dashboard.openMail}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      </header>
      {mailboxes.length > 0 && <Unread mailboxes={mailboxes} />}
      {!messages && newest.error === null && <Skeleton className="mx-5 mb-5 h-40" />}
      {messages?.length === 0 && <p className="px-5 pb-5 text-soft">{words.dashboard.mailEmpty}</p>}
      {messages && messages.length > 0 && (
        <ul className="px-2 pb-2">
          {messages.map((message) => (
            <li key={message.id}>
              <MailLine message={message} colour={colourOf(message.accountId)} />
            </li>
          ))}
        </ul>
      )}
      <WidgetFoot asked={newest} />
    </Card>
  );
}

function Unread({ mailboxes }: { readonly mailboxes: readonly Mailbox[] }) {
  const { words } = useReader();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 px-5 pb-2 text-[13px] text-soft">
      {mailboxes.map((mailbox) => {
        const count = unreadIn([mailbox]);
        return (
          <li key={mailbox.id} className="flex max-w-full items-center gap-1.5">
            <ColourDot colour={mailbox.color} />
            <span className="truncate">{mailbox.name}</span>
            {count > 0 ? (
              <Badge tone="strong">{words.mailbox.unread({ count })}</Badge>
            ) : (
              <span className="shrink-0">{words.dashboard.mailAllRead}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface MailLineProps {
  readonly message: PlacedMail;
  /** Of its mailbox, where there are several. */
  readonly colour: string | null;
}

function MailLine({ message, colour }: MailLineProps) {
  const { words } = useReader();
  const { from, subject, date, seen, threadId } = message;
  const [sender] = from;
  return (
    <Link
      to="/mail"
      search={{ thread: threadId }}
      className="flex items-start gap-3 rounded-lg px-3 py-2 transition-colors hover:bg-sunken"
    >
      <span
        aria-hidden
        className={classNames('mt-2 size-2 shrink-0 rounded-full', seen ? 'bg-transparent' : 'bg-accent')}
      />
      <span className="min-w-0 flex-1">
        {!seen && <span className="sr-only">{words.mailbox.isUnread}: </span>}
        <span className={classNames('block truncate', !seen && 'font-semibold')}>
          {sender ? sender.name || sender.address : words.mailbox.nobody}
        </span>
        <span className="mt-0.5 flex items-center gap-1.5 text-[13px] text-soft">
          {colour && <ColourDot colour={colour} />}
          <span className="truncate">{subject || words.mailbox.noSubject}</span>
          <span aria-hidden>·</span>
          <span className="shrink-0">
            <AgeText since={date} />
          </span>
        </span>
      </span>
    </Link>
  );
}
