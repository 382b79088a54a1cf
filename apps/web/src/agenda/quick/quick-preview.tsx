import type { QuickEvent } from '@atelier/quick-add/sentence';
import { Bell, Clock, type LucideIcon, MapPin, Repeat, Sun, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Calendar } from '../../api/answers.ts';
import { colourOf } from '../../calendars/colour.ts';
import { useReader } from '../../language/studio-reader.ts';
import { eventWhen } from '../../time/event-when.ts';
import { useZoneMark } from '../../time/use-zone-mark.ts';
import { ColourDot } from '../../ui/display/colour-dot.tsx';
import { ruleWords } from '../event/rule-words.ts';
import { timedOf } from './quick-fields.ts';

interface QuickPreviewProps {
  readonly event: QuickEvent;
  readonly calendar: Calendar | undefined;
  /** IANA name of the zone that its times are in. */
  readonly zone: string;
}

/** What Enter would make, in words. */
export function QuickPreview({ event, calendar, zone }: QuickPreviewProps) {
  const { words, formats } = useReader();
  const zoneMark = useZoneMark();
  const timed = timedOf(event, zone);
  const mark = event.allDay ? '' : zoneMark(zone, calendar?.timeZone ?? zone, timed.startsAt);
  const length = event.allDay ? null : (timed.endsAt.getTime() - timed.startsAt.getTime()) / 60_000;
  return (
    <section aria-label={words.quick.preview} className="rounded-xl border border-line bg-surface px-4 py-3">
      <h3 className="flex items-baseline gap-2.5 text-base font-semibold break-words">
        {calendar && <ColourDot colour={colourOf(calendar)} />}
        <span className={event.title === '' ? 'text-soft' : undefined}>
          {event.title === '' ? words.common.untitled : event.title}
        </span>
      </h3>
      <ul className="mt-2 space-y-1 text-sm">
        <Line icon={Clock}>
          <span className="inline-block first-letter:uppercase">
            {eventWhen(formats, timed, zone)}
            {mark}
          </span>
          {length !== null && <span className="text-soft"> · {formats.length(length)}</span>}
        </Line>
        {event.rrule !== null && <Line icon={Repeat}>{ruleWords(event.rrule, words, formats)}</Line>}
        {event.location !== null && <Line icon={MapPin}>{event.location}</Line>}
        {event.people.length > 0 && <Line icon={UserRound}>{formats.list(event.people)}</Line>}
        {event.alarms.map((minutes) => (
          <Line key={minutes} icon={Bell}>
            {minutes === 0
              ? words.quick.alarmAtStart
              : words.quick.alarm({ length: formats.length(minutes) })}
          </Line>
        ))}
        {!event.busy && <Line icon={Sun}>{words.quick.free}</Line>}
      </ul>
    </section>
  );
}

function Line({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-soft" />
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}
