import { Link } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import type { Calendar } from '../../api/answers.ts';
import { calendarGroups } from '../../calendars/calendar-groups.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useSyncNow } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { TrashButton } from '../trash/trash-button.tsx';
import { CalendarRow } from './calendar-row.tsx';
import { NewCalendarButton } from './new-calendar-button.tsx';
import { SetBar } from './set-bar.tsx';
import type { Hidden } from './use-hidden-calendars.ts';

/** The calendars beside the agenda: what is shown, and how each stands. */
export function CalendarPanel({ hidden }: { readonly hidden: Hidden }) {
  const { words } = useReader();
  const { calendars } = useCalendars();
  const sync = useSyncNow(words.agenda.syncAsked);
  if (!calendars) return <PanelSkeleton />;
  const shown = calendars.filter((calendar) => calendar.enabled);
  const ids = shown.map(({ id }) => id);
  const someHidden = ids.some(hidden.has);
  return (
    <div className="p-3">
      <div className="mb-3 flex min-h-8 items-center justify-end gap-1">
        <h2 className="min-w-0 flex-1 truncate pl-2 font-semibold max-lg:sr-only">
          {words.agenda.calendars}
        </h2>
        {shown.some((calendar) => calendar.connectionId !== null) && (
          <IconButton
            icon={RefreshCw}
            label={words.agenda.syncAll}
            spinning={sync.isPending}
            onClick={() => sync.mutate({})}
          />
        )}
        <NewCalendarButton />
      </div>
      <SetBar hidden={hidden} ids={ids} />
      {shown.length === 0 && <p className="px-2 text-soft">{words.agenda.none}</p>}
      {calendarGroups(shown).map((group) => (
        <section key={group.key} className="mb-4">
          <h3 className="mb-1 truncate px-2 text-xs font-medium text-soft">
            {group.name ?? words.agenda.kinds[group.kind]}
          </h3>
          <ul>
            {group.calendars.map((calendar) => (
              <CalendarRow
                key={calendar.id}
                calendar={calendar}
                hidden={hidden}
                onOnly={() => hidden.solo(calendar.id, ids)}
              />
            ))}
          </ul>
        </section>
      ))}
      {someHidden && (
        <Button size="small" className="mx-2" onClick={hidden.clear}>
          {words.agenda.showAll}
        </Button>
      )}
      <OffCalendars calendars={calendars} />
      <TrashButton />
    </div>
  );
}

function OffCalendars({ calendars }: { readonly calendars: readonly Calendar[] }) {
  const { words } = useReader();
  const admin = useMe().role === 'ADMIN';
  const off = calendars.filter(({ state }) => state === 'off');
  const count = off.length;
  if (count === 0) return null;
  const text = words.agenda.offCalendars({ count });
  return (
    <p className="mt-4 px-2 text-xs text-soft">
      {admin || off.some(({ mine }) => mine) ? (
        <Link to="/connections" className="underline underline-offset-2 hover:text-ink">
          {text}
        </Link>
      ) : (
        text
      )}
    </p>
  );
}

function PanelSkeleton() {
  return (
    <div className="space-y-4 p-5">
      {[0, 1, 2, 3, 4].map((row) => (
        <Skeleton key={row} className="h-9" />
      ))}
    </div>
  );
}
