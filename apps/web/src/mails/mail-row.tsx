import {
  CalendarDays,
  CircleCheck,
  CircleHelp,
  CircleSlash,
  CircleX,
  Hourglass,
  type LucideIcon,
} from 'lucide-react';
import type { QueuedMail } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { AgeText } from '../time/age-text.tsx';
import { browserZone } from '../time/zone-name.ts';
import { classNames } from '../ui/class-names.ts';
import { Badge } from '../ui/display/badge.tsx';
import { RetryMail } from './retry-mail.tsx';

const LOOKS: Record<QueuedMail['state'], { readonly icon: LucideIcon; readonly colour: string }> = {
  WAITING: { icon: Hourglass, colour: 'text-warn' },
  SENT: { icon: CircleCheck, colour: 'text-good' },
  FAILED: { icon: CircleX, colour: 'text-bad' },
  HELD: { icon: CircleHelp, colour: 'text-warn' },
  DROPPED: { icon: CircleSlash, colour: 'text-soft' },
};

export function MailRow({ mail, onOpen }: { readonly mail: QueuedMail; readonly onOpen: () => void }) {
  const { words } = useReader();
  const { to, subject, state, sentAt, createdAt, dueAt, failure, reason, calendar, attempts } = mail;
  const { dateTime } = useFormats();
  const { icon: Icon, colour } = LOOKS[state];
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 transition-colors hover:bg-sunken">
      <Icon aria-hidden className={classNames('size-5 shrink-0', colour)} />
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <button
            type="button"
            onClick={onOpen}
            className="rounded text-left font-medium after:absolute after:inset-0"
          >
            {subject}
          </button>
          {calendar && <Badge icon={CalendarDays}>{words.mails.withCalendar}</Badge>}
        </p>
        <p className="text-[13px] break-all text-soft">
          {to} · <AgeText since={sentAt ?? createdAt} />
          {state !== 'SENT' && attempts > 0 && ` · ${words.mails.attempts({ count: attempts })}`}
        </p>
        {reason && <p className="mt-0.5 text-[13px] text-soft">{words.mails.reasons[reason]}</p>}
        {state === 'WAITING' && dueAt > createdAt && attempts === 0 && (
          <p className="mt-0.5 text-[13px] text-soft">
            {words.mails.paced({ when: dateTime(dueAt, browserZone()) })}
          </p>
        )}
        {failure && state !== 'SENT' && <p className="mt-0.5 text-[13px] text-bad">{failure}</p>}
      </div>
      {state === 'FAILED' && (
        <div className="relative z-1">
          <RetryMail mail={mail} />
        </div>
      )}
    </li>
  );
}
