import { useNavigate } from '@tanstack/react-router';
import { Settings, UserRound } from 'lucide-react';
import { useReader } from '../language/studio-reader.ts';
import { sectionsFor } from '../shell/sections.ts';
import { useMe } from '../shell/use-me.ts';
import { type Doing, Entries, Entry } from './entry.tsx';

/** The pages that this person may open. */
export function PageEntries({ onDone }: Doing) {
  const { words } = useReader();
  const navigate = useNavigate();
  const { role } = useMe();
  const pages = [
    ...sectionsFor(role).map(({ to, name, icon }) => ({ to, icon, name: words.shell[name] })),
    ...(role === 'ADMIN' ? [{ to: '/settings' as const, icon: Settings, name: words.settings.title }] : []),
    { to: '/account' as const, icon: UserRound, name: words.account.title },
  ];
  return (
    <Entries title={words.palette.pages}>
      {pages.map(({ to, name, icon: Icon }) => (
        <Entry
          key={to}
          name={name}
          icon={<Icon className="size-4.5" />}
          onSelect={() => {
            void navigate({ to });
            onDone();
          }}
        >
          {name}
        </Entry>
      ))}
    </Entries>
  );
}
