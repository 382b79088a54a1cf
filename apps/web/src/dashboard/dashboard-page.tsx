import { Navigate } from '@tanstack/react-router';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { useWatching } from '../live/use-watching.ts';
import { StudioReminder } from '../settings/studio-reminder.tsx';
import { useFirstRun } from '../settings/use-first-run.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStudioZone } from '../shell/use-studio-zone.ts';
import { sameClock } from '../time/same-clock.ts';
import { useNow } from '../time/use-now.ts';
import { dateIn } from '../time/zone.ts';
import { browserZone, zoneName } from '../time/zone-name.ts';
import { CalendarsCard } from './calendars-card.tsx';
import { GlanceCard } from './glance-card.tsx';
import { NextEvents } from './next-events.tsx';
import { WaitingCard } from './waiting-card.tsx';

const MINUTE_MS = 60_000;

export function DashboardPage() {
  const { words } = useReader();
  const { day } = useFormats();
  const zone = useStudioZone();
  const now = useNow(MINUTE_MS);
  const today = dateIn(now, zone);
  const { calendars } = useCalendars();
  useWatching(calendars?.filter(({ enabled }) => enabled).map(({ id }) => id));
  usePageTitle(words.shell.dashboard);
  if (useFirstRun()) return <Navigate to="/welcome" replace />;
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-6 lg:px-10 lg:py-10">
      <StudioReminder />
      <h1 className="mb-6 text-2xl font-semibold first-letter:uppercase">{day(today)}</h1>
      {!sameClock(zone, browserZone(), now) && (
        <p className="-mt-4 mb-6 text-[13px] text-soft">{words.agenda.zone({ zone: zoneName(zone) })}</p>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid gap-5">
          <WaitingCard />
          <NextEvents zone={zone} now={now} today={today} />
        </div>
        <div className="grid gap-5 md:grid-cols-2 lg:grid-cols-1">
          <GlanceCard zone={zone} now={now} today={today} />
          <CalendarsCard />
        </div>
      </div>
    </div>
  );
}
