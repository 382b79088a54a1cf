import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StudioArtist } from '../../api/answers.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { UnsavedGuard } from '../../shell/unsaved-guard.tsx';
import { buttonClass } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Panel } from '../panel.tsx';
import { SaveBar } from '../save-bar.tsx';
import { useSetArtist } from '../use-set-artist.ts';
import { BlockingList, ReceivingSelect } from './calendar-fields.tsx';

interface Chosen {
  readonly calendarId: string | null;
  readonly blocking: readonly string[];
}

/** Where bookings go, and what takes time away from them. */
export function CalendarsSection({ artist }: { readonly artist: StudioArtist }) {
  const { words } = useReader();
  const { slug, mayEdit } = artist;
  const { calendars, error } = useCalendars();
  const [edited, setEdited] = useState<Chosen | null>(null);
  const chosen = edited ?? { calendarId: artist.calendarId, blocking: artist.blocking };
  const set = useSetArtist(() => setEdited(null));
  const dirty = edited !== null && !same(edited, artist);
  if (error && !calendars) return <ProblemNotice error={error} />;
  if (!calendars) return <Skeleton className="h-64 rounded-2xl" />;
  return (
    <div className="space-y-5">
      {chosen.calendarId === null && <NoCalendar />}
      <Panel title={words.artistCalendars.receiving} lead={words.artistCalendars.receivingLead}>
        <div className="max-w-md">
          <Field label={words.artistCalendars.calendar}>
            {({ id }) => (
              <ReceivingSelect
                id={id}
                calendars={calendars}
                value={chosen.calendarId}
                disabled={!mayEdit}
                onChange={(calendarId) => setEdited({ ...chosen, calendarId })}
              />
            )}
          </Field>
        </div>
      </Panel>
      <Panel title={words.artistCalendars.blocking} lead={words.artistCalendars.blockingLead}>
        <BlockingList
          calendars={calendars}
          chosen={chosen.blocking}
          stored={artist.blocking}
          receiving={chosen.calendarId}
          disabled={!mayEdit}
          onChange={(blocking) => setEdited({ ...chosen, blocking })}
        />
      </Panel>
      {set.error && <ProblemNotice error={set.error} />}
      <SaveBar
        dirty={dirty}
        pending={set.isPending}
        onDiscard={() => setEdited(null)}
        onSave={() => set.mutate({ slug, calendarId: chosen.calendarId, blocking: [...chosen.blocking] })}
      />
      <UnsavedGuard dirty={dirty && !set.isPending} />
    </div>
  );
}

function NoCalendar() {
  const { words } = useReader();
  return (
    <Notice
      tone="warn"
      title={words.artistCalendars.missing}
      hint={words.artistCalendars.missingHint}
      action={
        <Link to="/connections" search={{ connect: true }} className={buttonClass('plain', 'small')}>
          {words.dashboard.connect}
        </Link>
      }
    />
  );
}

function same(chosen: Chosen, artist: StudioArtist): boolean {
  const list = (ids: readonly string[]) => ids.toSorted().join(' ');
  return chosen.calendarId === artist.calendarId && list(chosen.blocking) === list(artist.blocking);
}
