import { Navigate } from '@tanstack/react-router';
import { LayoutDashboard } from 'lucide-react';
import { useState } from 'react';
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
import { Button } from '../ui/controls/button.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { useArrangement } from './arrange/use-arrangement.ts';
import { WidgetColumns } from './arrange/widget-columns.tsx';

const MINUTE_MS = 60_000;

export function DashboardPage() {
  const { words } = useReader();
  const { day } = useFormats();
  const zone = useStudioZone();
  const now = useNow(MINUTE_MS);
  const today = dateIn(now, zone);
  const { calendars } = useCalendars();
  const { shown, hidden, loading, save } = useArrangement();
  const [arranging, setArranging] = useState(false);
  useWatching(calendars?.filter(({ enabled }) => enabled).map(({ id }) => id));
  usePageTitle(words.shell.dashboard);
  if (useFirstRun()) return <Navigate to="/welcome" replace />;
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-6 lg:px-10 lg:py-10">
      <StudioReminder />
      <header className="mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold first-letter:uppercase">{day(today)}</h1>
          {!sameClock(zone, browserZone(), now) && (
            <p className="mt-1 text-[13px] text-soft">{words.agenda.zone({ zone: zoneName(zone) })}</p>
          )}
        </div>
        <Button
          size="small"
          look={arranging ? 'primary' : 'quiet'}
          aria-pressed={arranging}
          onClick={() => setArranging(!arranging)}
        >
          <LayoutDashboard aria-hidden className="size-4" />
          {arranging ? words.dashboard.arrangeDone : words.dashboard.arrange}
        </Button>
        {arranging && <p className="w-full text-soft">{words.dashboard.arrangeHint}</p>}
      </header>
      {loading ? (
        <Loading />
      ) : (
        <WidgetColumns
          shown={shown}
          hidden={hidden}
          day={{ zone, now, today }}
          onArrange={arranging ? save : null}
        />
      )}
    </div>
  );
}

function Loading() {
  const { words } = useReader();
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_23rem]">
      <p role="status" className="sr-only">
        {words.common.loading}
      </p>
      <Skeleton className="h-96 rounded-2xl" />
      <Skeleton className="h-60 rounded-2xl" />
    </div>
  );
}
