import { CalendarClock, Paperclip, Star } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useNow } from '../../time/use-now.ts';
import { dateIn } from '../../time/zone.ts';
import { browserZone } from '../../time/zone-name.ts';
import { classNames } from '../../ui/class-names.ts';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { ColourDot } from '../../ui/display/colour-dot.tsx';
import type { Conversation } from './conversations.ts';

interface MessageRowProps {
  readonly row: Conversation;
  /** Of its mailbox, where there are several. */
  readonly colour: string | null;
  /** Of what was sent, to whom is said. */
  readonly sent: boolean;
  readonly open: boolean;
  readonly selected: boolean;
  readonly onOpen: () => void;
  readonly onSelect: () => void;
  readonly onStar: () => void;
}

/** One conversation; the whole of it opens it, but its box and its star. */
export function MessageRow(props: MessageRowProps) {
  const { row, colour, sent, open, selected, onOpen, onSelect, onStar } = props;
  const { words } = useReader();
  const { head, seen, flagged, ids } = row;
  const subject = head.subject || words.mailbox.noSubject;
  const people = (sent ? head.to : head.from).map(({ name, address }) => name || address);
  return (
    <div
      className={classNames(
        'relative flex h-full items-start gap-2.5 border-b border-line px-3 py-2.5 transition-colors',
        open || selected ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      {!seen && <span aria-hidden className="absolute inset-y-2 left-0 w-1 rounded-r-full bg-accent" />}
      <span className="relative z-1 flex h-5 items-center pl-1">
        <Checkbox checked={selected} onChange={onSelect} label={words.mailbox.select({ subject })} />
      </span>
      <button
        type="button"
        data-thread={row.threadId}
        aria-current={open ? 'true' : undefined}
        onClick={onOpen}
        className="min-w-0 flex-1 rounded text-left after:absolute after:inset-0"
      >
        <span className="flex items-center gap-2">
          {colour && <ColourDot colour={colour} />}
          {!seen && <span className="sr-only">{words.mailbox.isUnread}: </span>}
          <span className={classNames('min-w-0 flex-1 truncate', !seen && 'font-semibold')}>
            {people.join(', ') || words.mailbox.nobody}
          </span>
          {ids.length > 1 && (
            <span className="rounded-full bg-sunken px-1.5 text-xs text-soft tabular-nums">
              <span aria-hidden>{ids.length}</span>
              <span className="sr-only">{words.mailbox.count({ count: ids.length })}</span>
            </span>
          )}
          <When date={head.date} />
        </span>
        <span className={classNames('block truncate', !seen && 'font-semibold')}>{subject}</span>
        <span className="flex items-center gap-1.5 text-[13px] text-soft">
          {row.hasInvitation && (
            <CalendarClock aria-label={words.mailbox.hasInvitation} className="size-3.5 shrink-0" />
          )}
          {row.hasAttachment && (
            <Paperclip aria-label={words.mailbox.hasFiles} className="size-3.5 shrink-0" />
          )}
          <span className="truncate">{head.preview || '\u00a0'}</span>
        </span>
      </button>
      <IconButton
        small
        icon={Star}
        label={flagged ? words.mailbox.unflag : words.mailbox.flag}
        aria-pressed={flagged}
        onClick={onStar}
        className={classNames('z-1', flagged ? '[&_svg]:fill-warn [&_svg]:text-warn' : '')}
      />
    </div>
  );
}

const A_MINUTE = 60_000;

/** Today its time, before its date. */
function When({ date }: { readonly date: Date }) {
  const formats = useFormats();
  const zone = browserZone();
  const day = dateIn(date, zone);
  const today = day.equals(dateIn(useNow(A_MINUTE), zone));
  return (
    <time dateTime={date.toISOString()} className="shrink-0 text-xs text-soft tabular-nums">
      {today ? formats.time(date, zone) : formats.date(day)}
    </time>
  );
}
