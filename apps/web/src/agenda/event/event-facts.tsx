import {
  Bell,
  CalendarDays,
  Clock,
  Link2,
  type LucideIcon,
  MapPin,
  Repeat,
  Tag,
  Text,
  UserRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { AgendaEvent, Calendar, EventDetail } from '../../api/answers.ts';
import { colourOf } from '../../calendars/colour.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { Badge } from '../../ui/display/badge.tsx';
import { ColourDot } from '../../ui/display/colour-dot.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { alarmWords } from './alarm-words.ts';
import { isFlag } from './event-flags.ts';
import { EventWhen } from './event-when.tsx';
import { LinkedText } from './linked-text.tsx';
import { ruleInZone } from './read-rule.ts';
import { ruleWords } from './rule-words.ts';
import { safeLink } from './text-links.ts';

interface EventFactsProps {
  readonly event: AgendaEvent;
  readonly detail: EventDetail;
  readonly calendar: Calendar | undefined;
  readonly zone: string;
}

export function EventFacts({ event, detail, calendar, zone }: EventFactsProps) {
  const { words } = useReader();
  const more = detail.event;
  return (
    <div className="space-y-4">
      <EventBadges event={event} />
      {!more && <Notice tone="accent" title={words.event.private} />}
      <dl className="space-y-3.5">
        <Fact icon={Clock} name={words.shell.agenda}>
          <EventWhen event={event} zone={zone} ownZone={more?.timeZone ?? null} />
        </Fact>
        {more?.location && (
          <Fact icon={MapPin} name={words.event.where}>
            <LinkedText text={more.location} />
          </Fact>
        )}
        {calendar && (
          <Fact icon={CalendarDays} name={words.event.calendar}>
            <span className="inline-flex items-center gap-2">
              <ColourDot colour={colourOf(calendar)} />
              {calendar.name}
              <span className="text-soft">{calendar.ownerName}</span>
            </span>
          </Fact>
        )}
        <Repeats detail={detail} zone={zone} />
        {detail.beside && <Reminders alarms={detail.beside.alarms} allDay={event.allDay} />}
        {more && <People attendees={more.attendees} organizer={more.organizer} />}
        {detail.beside && <Categories names={detail.beside.categories} />}
        {more?.description && (
          <Fact icon={Text} name={words.event.notes}>
            <LinkedText text={more.description} />
          </Fact>
        )}
        {more?.url && safeLink(more.url) && (
          <Fact icon={Link2} name={words.event.link}>
            <LinkedText text={more.url} />
          </Fact>
        )}
      </dl>
      {detail.flags.map((flag) => (
        <Notice key={flag} tone="warn" title={isFlag(flag) ? words.event.flags[flag] : flag} />
      ))}
    </div>
  );
}

function EventBadges({ event }: { readonly event: AgendaEvent }) {
  const { words } = useReader();
  return (
    <div className="flex flex-wrap gap-1.5">
      {event.status && (
        <Badge tone={event.status === 'confirmed' ? 'good' : event.status === 'cancelled' ? 'bad' : 'warn'}>
          {words.event[event.status]}
        </Badge>
      )}
      <Badge>{event.busy ? words.event.busy : words.event.free}</Badge>
    </div>
  );
}

function Repeats({ detail, zone }: Pick<EventFactsProps, 'detail' | 'zone'>) {
  const { words } = useReader();
  const formats = useFormats();
  if (!detail.recurring) return null;
  const own = detail.event?.timeZone ?? zone;
  return (
    <Fact icon={Repeat} name={words.event.repeats}>
      {detail.rrule ? ruleWords(ruleInZone(detail.rrule, own), words, formats) : words.event.series}
    </Fact>
  );
}

type Beside = NonNullable<EventDetail['beside']>;

function Reminders({ alarms, allDay }: { readonly alarms: Beside['alarms']; readonly allDay: boolean }) {
  const { words, formats } = useReader();
  if (alarms.minutes.length === 0 && alarms.others === 0) return null;
  return (
    <Fact icon={Bell} name={words.edit.alarms}>
      <ul>
        {alarms.minutes.map((minutes) => (
          <li key={minutes} className="first-letter:uppercase">
            {alarmWords(minutes, allDay, words, formats.locale)}
          </li>
        ))}
        {alarms.others > 0 && (
          <li className="text-soft">{words.event.otherAlarms({ count: alarms.others })}</li>
        )}
      </ul>
    </Fact>
  );
}

function Categories({ names }: { readonly names: Beside['categories'] }) {
  const { words } = useReader();
  if (names.length === 0) return null;
  return (
    <Fact icon={Tag} name={words.event.categories}>
      <ul className="flex flex-wrap gap-1.5">
        {names.map((name) => (
          <li key={name} className="max-w-full rounded-xl bg-sunken px-2.5 py-0.5 text-[13px] wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function People({
  attendees,
  organizer,
}: {
  readonly attendees: readonly string[];
  readonly organizer: string | null;
}) {
  const { words } = useReader();
  if (attendees.length === 0 && !organizer) return null;
  return (
    <Fact icon={UserRound} name={words.event.people}>
      {attendees.length > 0 && (
        <ul>
          {attendees.map((name, index) => (
            <li key={`${index} ${name}`}>{name}</li>
          ))}
        </ul>
      )}
      {organizer && <p className="text-soft">{words.event.organizer({ name: organizer })}</p>}
    </Fact>
  );
}

function Fact({
  icon: Icon,
  name,
  children,
}: {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex gap-3">
      <dt className="pt-px">
        <Icon aria-hidden className="size-4.5 text-soft" />
        <span className="sr-only">{name}</span>
      </dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}
