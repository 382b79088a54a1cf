import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { FoundEvent } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useNow } from '../../time/use-now.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { SidePanel } from '../../ui/overlay/side-panel.tsx';
import { meaningOf } from '../keys/key-table.ts';
import { useKeys } from '../keys/use-keys.ts';
import { FoundList } from './found-list.tsx';
import { useSearch } from './use-search.ts';

interface SearchPanelProps {
  readonly zone: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
  /** The event that the search stands at now. */
  readonly onFound: (event: FoundEvent) => void;
}

const LONGEST = 300;

/** What is typed is looked for as it is typed; Enter goes from hit to hit, and so do n and N outside the field. */
export function SearchPanel({ zone, text, onText, onClose, onFound }: SearchPanelProps) {
  const { words } = useReader();
  const [at, setAt] = useState<number | null>(null);
  const now = useNow(60_000);
  const { events, more, known, error, marks } = useSearch(text, zone);
  const hint = useId();
  const pick = (index: number) => {
    const event = events[index];
    if (!event) return;
    setAt(index);
    onFound(event);
  };
  const step = (by: 1 | -1) => {
    if (events.length === 0) return;
    pick(at === null ? (by === 1 ? 0 : events.length - 1) : (at + by + events.length) % events.length);
  };
  const keys = { nextHit: () => step(1), previousHit: () => step(-1) };
  useKeys(keys);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const by = directionOf(event);
    if (by === null) return;
    event.preventDefault();
    step(by);
  };
  return (
    <SidePanel
      title={words.search.title}
      onClose={onClose}
      // Inside a panel the keys of the page do not count: these two are its own.
      onKeyDown={({ key, target }) => {
        const id = target instanceof HTMLInputElement ? null : meaningOf(key, 'page');
        if (id === 'nextHit' || id === 'previousHit') keys[id]();
      }}
    >
      <search>
        <div className="flex items-center gap-1">
          <Input
            type="search"
            data-autofocus
            aria-label={words.search.label}
            aria-describedby={hint}
            placeholder={words.search.label}
            autoComplete="off"
            maxLength={LONGEST}
            value={text}
            onChange={({ target }) => {
              onText(target.value);
              setAt(null);
            }}
            onKeyDown={press}
          />
          <IconButton icon={ChevronUp} label={words.search.previous} onClick={() => step(-1)} />
          <IconButton icon={ChevronDown} label={words.search.next} onClick={() => step(1)} />
        </div>
        <p id={hint} className="mt-2 text-[13px] text-soft">
          {words.search.hint}
        </p>
      </search>
      {error && <ProblemNotice error={error} />}
      <p role="status" className="mt-3 min-h-5 text-[13px] text-soft">
        {known && told(words, events.length, more)}
      </p>
      <FoundList events={events} marks={marks} zone={zone} at={at} now={now} onPick={pick} />
    </SidePanel>
  );
}

function directionOf({ key, shiftKey }: KeyboardEvent): 1 | -1 | null {
  if (key === 'ArrowDown' || (key === 'Enter' && !shiftKey)) return 1;
  return key === 'ArrowUp' || key === 'Enter' ? -1 : null;
}

function told({ search }: ReturnType<typeof useReader>['words'], count: number, more: boolean): string {
  if (count === 0) return search.none;
  return more ? search.more : search.found({ count });
}
