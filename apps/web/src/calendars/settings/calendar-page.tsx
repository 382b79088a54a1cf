import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, CalendarX } from 'lucide-react';
import type { Calendar } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Page } from '../../shell/page.tsx';
import { useMe } from '../../shell/use-me.ts';
import { buttonClass } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { FeedsSection } from '../feeds/feeds-section.tsx';
import { FilesSection } from '../files/files-section.tsx';
import { SharesSection } from '../share/shares-section.tsx';
import { useCalendars } from '../use-calendars.ts';
import { LooksSection } from './looks-section.tsx';
import { RemoveSection } from './remove-section.tsx';

/** Everything about one calendar: how it looks, who sees it, where programs follow it, files in and out. */
export function CalendarPage() {
  const { calendarId } = useParams({ from: '/app/calendars/$calendarId' });
  const { calendars, byId, error } = useCalendars();
  const calendar = byId.get(calendarId);
  if (calendar) return <Settings key={calendar.id} calendar={calendar} />;
  if (calendars) return <NoCalendar />;
  return (
    <div className="mx-auto max-w-5xl p-6">
      {error ? <ProblemNotice error={error} /> : <Skeleton className="h-96 rounded-2xl" />}
    </div>
  );
}

function Settings({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const me = useMe();
  const { name, mine, ownerName, connectionId } = calendar;
  const keeps = mine || me.role === 'ADMIN';
  return (
    <Page
      title={name}
      lead={mine ? words.calendar.mineLead : words.calendar.ofLead({ name: ownerName })}
      action={<ToAgenda />}
    >
      <div className="max-w-3xl space-y-5">
        {keeps && <LooksSection calendar={calendar} />}
        {keeps && <SharesSection calendar={calendar} />}
        <FeedsSection calendar={calendar} />
        <FilesSection calendar={calendar} />
        {keeps && connectionId === null && !calendar.private && <RemoveSection calendar={calendar} />}
      </div>
    </Page>
  );
}

function ToAgenda() {
  const { words } = useReader();
  return (
    <Link to="/agenda" className={buttonClass('plain')}>
      <ArrowLeft aria-hidden className="size-4" />
      {words.calendar.back}
    </Link>
  );
}

function NoCalendar() {
  const { words } = useReader();
  return (
    <EmptyState
      whole
      icon={CalendarX}
      title={words.calendar.gone}
      hint={words.calendar.goneHint}
      action={<ToAgenda />}
    />
  );
}
