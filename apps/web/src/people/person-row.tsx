import { ShieldCheck } from 'lucide-react';
import type { Person } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { useMe } from '../shell/use-me.ts';
import { useStudioZone } from '../shell/use-studio-zone.ts';
import { dateIn } from '../time/zone.ts';
import { Badge } from '../ui/display/badge.tsx';
import { PersonMenu } from './person-menu.tsx';

interface PersonRowProps {
  readonly person: Person;
  readonly people: readonly Person[];
}

export function PersonRow({ person, people }: PersonRowProps) {
  const { words } = useReader();
  const { date } = useFormats();
  const zone = useStudioZone();
  const isMe = person.id === useMe().userId;
  const { state } = person;
  return (
    <li className="flex items-center gap-x-3 px-5 py-3.5">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1.5">
        <div className="min-w-48 flex-1">
          <p className="font-medium break-words">
            {person.name}
            {isMe && <span className="font-normal text-soft"> · {words.people.you}</span>}
          </p>
          <p className="text-[13px] break-all text-soft">{person.email}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {state !== 'active' && (
            <Badge tone={state === 'invited' ? 'warn' : 'neutral'}>{words.people.states[state]}</Badge>
          )}
          {person.secondFactor && (
            <Badge tone="good" icon={ShieldCheck}>
              {words.waysIn.factor}
            </Badge>
          )}
          <Badge tone={person.role === 'ADMIN' ? 'accent' : 'neutral'}>
            {words.shell.roles[person.role]}
          </Badge>
        </div>
        <p className="text-[13px] text-soft sm:w-60 sm:text-right">
          {state === 'invited'
            ? linkWords(person)
            : words.people.since({ date: date(dateIn(person.createdAt, zone)) })}
        </p>
      </div>
      {isMe ? <span className="size-10 shrink-0" /> : <PersonMenu person={person} people={people} />}
    </li>
  );

  function linkWords({ linkUntil }: Person): string {
    if (linkUntil === null || linkUntil < new Date()) return words.people.linkOver;
    return words.people.linkUntil({ date: date(dateIn(linkUntil, zone)) });
  }
}
