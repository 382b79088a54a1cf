import { useNavigate } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { useMe } from '../shell/use-me.ts';
import { Entries, Entry } from './entry.tsx';
import { fit } from './fit.ts';

interface PeopleEntriesProps {
  readonly text: string;
  readonly onSearch: (text: string) => void;
  readonly onDone: () => void;
}

const MOST = 6;

/** Artists, with the way to what they offer; everybody who is known, with what is in the agenda with them. */
export function PeopleEntries({ text, onSearch, onDone }: PeopleEntriesProps) {
  const { words } = useReader();
  const { role } = useMe();
  const navigate = useNavigate();
  const { data: artists } = trpc.artists.list.useQuery();
  const { data: names } = trpc.agenda.names.useQuery();
  const asked = text.trim() !== '';
  const known = asked ? (names ?? []).filter((name) => fit(name, text) > 0).slice(0, MOST) : [];
  return (
    <Entries title={words.palette.people}>
      {role !== 'STAFF' &&
        artists?.map(({ slug, name }) => (
          <Entry
            key={slug}
            name={`${name} ${slug}`}
            icon={<UserRound className="size-4.5" />}
            aside={words.shell.studio}
            onSelect={() => {
              void navigate({ to: '/studio/$slug', params: { slug } });
              onDone();
            }}
          >
            {name}
          </Entry>
        ))}
      {known.map((name) => (
        <Entry
          key={`with ${name}`}
          name={words.palette.eventsWith({ name })}
          icon={<UserRound className="size-4.5" />}
          onSelect={() => onSearch(words.palette.searchWith({ name }))}
        >
          {words.palette.eventsWith({ name })}
        </Entry>
      ))}
    </Entries>
  );
}
