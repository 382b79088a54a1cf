import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, useState } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { useStudioZone } from '../shell/use-studio-zone.ts';
import { Layer } from '../ui/overlay/layer.tsx';
import { CalendarEntries } from './calendar-entries.tsx';
import { DateEntry } from './date-entry.tsx';
import { TypedContext } from './entry.tsx';
import { EventEntries } from './event-entries.tsx';
import { FreeEntries } from './free-entries.tsx';
import { KeyEntries } from './key-entries.tsx';
import { PageEntries } from './page-entries.tsx';
import { PeopleEntries } from './people-entries.tsx';
import { useFirstEntry } from './use-first-entry.ts';

const LONGEST = 200;

/** Pages, calendars, people, actions, dates and events by a few letters; and who is free. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { words } = useReader();
  // Not deferred: Enter right after the last letter is to do what all the letters ask for.
  const [text, setText] = useState('');
  const zone = useStudioZone();
  const list = useRef<HTMLDivElement>(null);
  const first = useFirstEntry(list, text);
  return (
    <Layer
      open
      onClose={onClose}
      described
      className="inset-x-0 top-0 max-h-[92dvh] rounded-b-2xl sm:inset-x-auto sm:top-[11vh] sm:left-1/2 sm:max-h-[74dvh] sm:w-[min(92vw,620px)] sm:-translate-x-1/2 sm:rounded-2xl"
    >
      <Radix.Title className="sr-only">{words.palette.open}</Radix.Title>
      <Radix.Description className="sr-only">{words.palette.lead}</Radix.Description>
      <Command
        label={words.palette.open}
        loop
        shouldFilter={false}
        value={first.value}
        onValueChange={first.choose}
        onKeyDown={first.onKeyDown}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="flex items-center gap-3 border-b border-line pr-14 pl-5">
          <Search aria-hidden className="size-4.5 shrink-0 text-soft" />
          <Command.Input
            value={text}
            onValueChange={setText}
            maxLength={LONGEST}
            placeholder={words.palette.example}
            className="h-14 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-soft"
          />
        </div>
        <Command.List
          ref={list}
          onPointerMoveCapture={first.onPointerMove}
          className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2"
        >
          <Command.Empty className="px-3 py-8 text-center text-soft">{words.palette.nothing}</Command.Empty>
          <TypedContext value={text}>
            <FreeEntries text={text} zone={zone} onDone={onClose} />
            <DateEntry text={text} zone={zone} onDone={onClose} />
            <PageEntries onDone={onClose} />
            <KeyEntries onDone={onClose} />
            <CalendarEntries onDone={onClose} />
            <PeopleEntries text={text} onSearch={setText} onDone={onClose} />
            <EventEntries text={text} zone={zone} onDone={onClose} />
          </TypedContext>
        </Command.List>
      </Command>
    </Layer>
  );
}
