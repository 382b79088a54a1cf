import { CalendarClock, Clock, MapPin, MessageSquare, Repeat, UserRound, Users } from 'lucide-react';
import { LinkedText } from '../../agenda/event/linked-text.tsx';
import { ruleInZone } from '../../agenda/event/read-rule.ts';
import { ruleWords } from '../../agenda/event/rule-words.ts';
import type { SeenInvitation } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { eventWhen } from '../../time/event-when.ts';
import { browserZone, zoneName } from '../../time/zone-name.ts';
import { Fact } from '../../ui/display/fact.tsx';

interface FactsProps {
  readonly seen: SeenInvitation;
}

/** When in the reader's zone, where, who; beside what changed, what was before. */
export function InvitationFacts({ seen }: FactsProps) {
  const { words, formats } = useReader();
  const { location, organizer, comment, rrule, changes, before } = seen;
  const zone = browserZone();
  return (
    <dl className="space-y-2.5">
      <When seen={seen} />
      {rrule && (
        <Fact icon={Repeat} name={words.event.repeats}>
          {ruleWords(ruleInZone(rrule, zone), words, formats)}
        </Fact>
      )}
      {location && (
        <Fact icon={MapPin} name={words.invitation.where}>
          <LinkedText text={location} />
          {changes.includes('where') && before?.location && (
            <Was>{words.invitation.wasWhere({ where: before.location })}</Was>
          )}
        </Fact>
      )}
      {organizer && (
        <Fact icon={UserRound} name={words.invitation.organizer}>
          <span className="break-words">
            {organizer.name === organizer.address
              ? organizer.address
              : `${organizer.name} (${organizer.address})`}
          </span>
        </Fact>
      )}
      <Guests seen={seen} />
      {comment && (
        <Fact icon={MessageSquare} name={words.invitation.note}>
          <LinkedText text={comment} />
        </Fact>
      )}
      <Meanwhile seen={seen} />
    </dl>
  );
}

function When({ seen: { time, changes, before, oneOfSeries } }: FactsProps) {
  const { words, formats } = useReader();
  const zone = browserZone();
  return (
    <Fact icon={Clock} name={words.invitation.when}>
      {time ? (
        <p className="first-letter:uppercase">{eventWhen(formats, time, zone)}</p>
      ) : (
        <p>{words.invitation.noTime}</p>
      )}
      {time && !time.allDay && (
        <p className="text-[13px] text-soft">{words.event.zone({ zone: zoneName(zone) })}</p>
      )}
      {oneOfSeries && <p className="text-[13px] text-soft">{words.invitation.oneOfSeries}</p>}
      {changes.includes('when') && before?.time && (
        <Was>{words.invitation.wasWhen({ when: eventWhen(formats, before.time, zone) })}</Was>
      )}
      {changes.includes('title') && before && (
        <Was>{words.invitation.wasTitle({ title: before.title || words.invitation.untitled })}</Was>
      )}
    </Fact>
  );
}

function Was({ children }: { readonly children: string }) {
  return <p className="text-[13px] text-warn">{children}</p>;
}

function Guests({ seen: { guests } }: FactsProps) {
  const { words } = useReader();
  const { list } = useFormats();
  if (guests.length === 0) return null;
  return (
    <Fact icon={Users} name={words.invitation.guests}>
      <span className="break-words">
        {list(guests.map(({ name, answer }) => `${name} (${words.invitation.answersOf[answer ?? 'none']})`))}
      </span>
    </Fact>
  );
}

/** What keeps the same time in the reader's own calendars. */
function Meanwhile({ seen: { meanwhile, act, time } }: FactsProps) {
  const { words, formats } = useReader();
  if (act !== 'answer' && act !== 'add') return null;
  if (!time) return null;
  const zone = browserZone();
  return (
    <Fact icon={CalendarClock} name={words.invitation.meanwhile}>
      {meanwhile.length === 0 ? (
        <p className="text-soft">{words.invitation.free}</p>
      ) : (
        <>
          <p className="font-medium text-warn">{words.invitation.meanwhile}</p>
          <ul>
            {meanwhile.map((event) => (
              <li key={event.id} className="break-words first-letter:uppercase">
                {event.allDay
                  ? eventWhen(formats, event, zone)
                  : `${formats.time(event.startsAt, zone)} – ${formats.time(event.endsAt, zone)}`}
                {' · '}
                {event.title ?? words.invitation.busy}
              </li>
            ))}
          </ul>
        </>
      )}
    </Fact>
  );
}
