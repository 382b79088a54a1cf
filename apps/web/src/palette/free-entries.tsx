import { readFree } from '@atelier/quick-add/read-free';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { Check, CircleHelp, Clock, X } from 'lucide-react';
import { useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { ArtistThen } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { dateIn } from '../time/zone.ts';
import { type Doing, Entries, Entry } from './entry.tsx';
import { useQuestion } from './use-question.ts';
import { useToAgenda } from './use-to-agenda.ts';

interface FreeEntriesProps extends Doing {
  readonly text: string;
  readonly zone: string;
}

const ICONS = { free: Check, unsure: CircleHelp, taken: X } as const;
const TONES = { free: 'text-good', unsure: 'text-warn', taken: 'text-soft' } as const;

/** Who is free for so long at that time; Enter begins an event of theirs there. */
export function FreeEntries({ text, zone, onDone }: FreeEntriesProps) {
  const { words } = useReader();
  const { moment, length } = useFormats();
  const question = useQuestion(zone);
  const asked = useMemo(() => readFree(text, question), [text, question]);
  const begin = useBegin(zone, onDone);
  const start = asked?.start ? instantOf(asked.start, zone) : null;
  const minutes = asked?.minutes ?? 0;
  const { data, error, isPlaceholderData } = trpc.artists.free.useQuery(
    start ? { start, minutes } : skipToken,
    { placeholderData: keepPreviousData },
  );
  if (!asked) return null;
  if (!start) return <FreeNote title={words.palette.whoIsFree} text={words.palette.sayWhen} />;
  const title = words.palette.freeAt({ when: moment(start, zone), length: length(minutes) });
  if (error) return <FreeNote title={title} text={words.palette.freeUnknown} />;
  if (data?.length === 0) return <FreeNote title={title} text={words.artistDay.none} />;
  if (!data || isPlaceholderData) return <FreeNote title={title} text={words.common.loading} />;
  return (
    <Entries title={title}>
      {data.map((artist) => {
        const Icon = ICONS[artist.state];
        return (
          <Entry
            key={artist.artist}
            name={`free ${artist.artist}`}
            always
            disabled={artist.state === 'taken' || artist.calendarId === null}
            icon={<Icon className={`size-4.5 ${TONES[artist.state]}`} />}
            onSelect={() => begin(artist, start, minutes)}
          >
            <span className="block">{artist.name}</span>
            <span className="block text-[13px] text-soft">
              <State artist={artist} />
            </span>
          </Entry>
        );
      })}
    </Entries>
  );
}

function FreeNote({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Entries title={title}>
      <Entry
        name="free note"
        always
        disabled
        icon={<Clock className="size-4.5" />}
        onSelect={() => undefined}
      >
        {text}
      </Entry>
    </Entries>
  );
}

function State({ artist: { state, reason } }: { readonly artist: ArtistThen }) {
  const { words } = useReader();
  return reason === null ? words.palette.states[state] : words.reasons[reason];
}

/** On the artists' day, in the column of the artist. */
function useBegin(zone: string, onDone: () => void) {
  const toAgenda = useToAgenda();
  return ({ calendarId }: ArtistThen, start: Date, minutes: number) => {
    const date = dateIn(start, zone).toString();
    toAgenda({
      view: 'artists',
      date,
      begin: { at: start.toISOString(), minutes, ...(calendarId !== null && { calendarId }) },
    });
    onDone();
  };
}

const instantOf = (local: string, zone: string): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
