import { Link } from '@tanstack/react-router';
import { CalendarCheck, Plug } from 'lucide-react';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { buttonClass } from '../ui/controls/button.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';

export function NextEmpty() {
  const { words } = useReader();
  const { calendars } = useCalendars();
  // Everybody has a private one from the start, whatever else there is.
  if (calendars?.some((calendar) => calendar.enabled && !calendar.private) !== false) {
    return (
      <EmptyState icon={CalendarCheck} title={words.dashboard.emptyTitle} hint={words.dashboard.emptyHint} />
    );
  }
  return (
    <EmptyState
      icon={Plug}
      title={words.dashboard.emptyNoCalendars}
      hint={words.dashboard.emptyNoCalendarsHint}
      action={
        <Link to="/connections" search={{ connect: true }} className={buttonClass('primary')}>
          {words.dashboard.connect}
        </Link>
      }
    />
  );
}
