import { namesOther, type Mailbox as Person, writtenMailbox } from '@atelier/mail/address/mailbox';
import {
  CalendarPlus,
  Ellipsis,
  FileDown,
  Forward,
  Reply,
  ReplyAll,
  Star,
  TriangleAlert,
} from 'lucide-react';
import { useId } from 'react';
import type { AnswerKind, OpenedMail, PlacedMail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { browserZone } from '../../time/zone-name.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Card } from '../../ui/display/card.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Menu, MenuItem } from '../../ui/overlay/menu.tsx';
import { InvitationCard } from '../invitation/invitation-card.tsx';
import { MessageBody } from './message-body.tsx';

interface MessageCardProps {
  readonly message: PlacedMail;
  /** Below the heading of the conversation. */
  readonly heading: 'h2' | 'h3';
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onAnswer: (message: PlacedMail, kind: AnswerKind) => void;
  readonly onEvent: (message: PlacedMail) => void;
}

/** One message of a conversation: a line, or all of it. */
export function MessageCard({
  message,
  heading: Heading,
  open,
  onToggle,
  onAnswer,
  onEvent,
}: MessageCardProps) {
  const { words } = useReader();
  const { shortMoment } = useFormats();
  const id = useId();
  const { from, preview, date, flagged, seen } = message;
  const names = from.map(({ name, address }) => name || address).join(', ') || words.mailbox.nobody;
  return (
    <Card className="overflow-hidden">
      <div className="relative flex items-start gap-2 px-4 py-3">
        <Heading className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={onToggle}
            className="w-full rounded text-left after:absolute after:inset-0"
          >
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className={seen ? 'font-medium' : 'font-semibold'}>{names}</span>
              <span className="text-[13px] text-soft">
                {flagged && (
                  <Star
                    aria-label={words.mailbox.isFlagged}
                    className="mr-1.5 inline size-3.5 fill-warn text-warn"
                  />
                )}
                <time dateTime={date.toISOString()}>{shortMoment(date, browserZone())}</time>
              </span>
            </span>
            {!open && <span className="block truncate text-[13px] text-soft">{preview}</span>}
          </button>
        </Heading>
        {open && <MessageMenu message={message} onAnswer={onAnswer} onEvent={onEvent} />}
      </div>
      <div id={id} hidden={!open}>
        {open && <OpenMessage message={message} />}
      </div>
    </Card>
  );
}

function MessageMenu({
  message,
  onAnswer,
  onEvent,
}: Pick<MessageCardProps, 'message' | 'onAnswer' | 'onEvent'>) {
  const { words } = useReader();
  const icon = 'size-4 text-soft';
  return (
    <span className="relative z-1 flex">
      <IconButton small icon={Reply} label={words.mailbox.reply} onClick={() => onAnswer(message, 'reply')} />
      <Menu trigger={<IconButton small icon={Ellipsis} label={words.mailbox.more} />}>
        <MenuItem
          icon={<ReplyAll aria-hidden className={icon} />}
          onSelect={() => onAnswer(message, 'reply-all')}
        >
          {words.mailbox.replyAll}
        </MenuItem>
        <MenuItem
          icon={<Forward aria-hidden className={icon} />}
          onSelect={() => onAnswer(message, 'forward')}
        >
          {words.mailbox.forward}
        </MenuItem>
        <MenuItem icon={<CalendarPlus aria-hidden className={icon} />} onSelect={() => onEvent(message)}>
          {words.mailbox.event}
        </MenuItem>
        <MenuItem
          icon={<FileDown aria-hidden className={icon} />}
          onSelect={() => window.location.assign(`/api/mail/messages/${message.id}/source`)}
        >
          {words.mailbox.source}
        </MenuItem>
      </Menu>
    </span>
  );
}

function OpenMessage({ message }: { readonly message: PlacedMail }) {
  const opened = trpc.mailboxes.open.useQuery({ id: message.id });
  return (
    <div className="space-y-3 px-4 pb-4">
      {opened.data ? (
        <>
          <Headers mail={opened.data} />
          {opened.data.hasInvitation && <InvitationCard mail={opened.data} />}
          <MessageBody mail={opened.data} />
        </>
      ) : opened.error ? (
        <ProblemNotice error={opened.error} />
      ) : (
        <Skeleton className="h-32 rounded-xl" />
      )}
    </div>
  );
}

function Headers({ mail: { from, to, cc, replyTo } }: { readonly mail: OpenedMail }) {
  const { words } = useReader();
  const { list } = useFormats();
  const written = (people: readonly Person[]) => list(people.map(writtenMailbox));
  const elsewhere = replyTo.filter(({ address }) => from.every((one) => one.address !== address));
  const lines = [
    [words.mailbox.from, from],
    [words.mailbox.to, to],
    [words.mailbox.cc, cc],
    [words.mailbox.replyTo, elsewhere],
  ] as const;
  const deceiving = from.find(namesOther);
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-[13px]">
        {lines.map(
          ([name, people]) =>
            people.length > 0 && (
              <div key={name} className="contents">
                <dt className="text-soft">{name}</dt>
                <dd className="min-w-0 break-words">{written(people)}</dd>
              </div>
            ),
        )}
      </dl>
      {deceiving && (
        <p className="flex items-center gap-1.5 text-[13px] font-medium text-warn">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {words.mailbox.otherName({ address: deceiving.address })}
        </p>
      )}
    </>
  );
}
