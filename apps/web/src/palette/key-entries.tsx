import { useLocation } from '@tanstack/react-router';
import { Zap } from 'lucide-react';
import { KEY_TABLE, type KeyId } from '../agenda/keys/key-table.ts';
import { KeyCaps } from '../agenda/keys/shortcut-sheet.tsx';
import { doByKey } from '../agenda/keys/use-keys.ts';
import { useReader } from '../language/studio-reader.ts';
import { type Doing, Entries, Entry } from './entry.tsx';

/** Not of the page as a whole, or with entries of their own. */
const ELSEWHERE = new Set<KeyId>(['calendar', 'palette', 'nextHit', 'previousHit']);

/** What the keys of the agenda do, with the key beside it: so that it is learnt. */
export function KeyEntries({ onDone }: Doing) {
  const { words } = useReader();
  const { pathname } = useLocation();
  if (pathname !== '/agenda') return null;
  return (
    <Entries title={words.palette.actions}>
      {KEY_TABLE.filter(({ id, where }) => where === 'page' && !ELSEWHERE.has(id)).map(({ id, keys }) => (
        <Entry
          key={id}
          name={words.agenda.shortcut[id]}
          icon={<Zap className="size-4" />}
          aside={<KeyCaps sign={keys[0]} />}
          onSelect={() => {
            onDone();
            // Once the palette has gone, which takes every key while it is there.
            requestAnimationFrame(() => doByKey(id));
          }}
        >
          {words.agenda.shortcut[id]}
        </Entry>
      ))}
    </Entries>
  );
}
