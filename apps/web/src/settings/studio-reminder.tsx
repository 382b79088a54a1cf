import { Link } from '@tanstack/react-router';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { useMe } from '../shell/use-me.ts';
import { useStudio } from '../shell/use-studio.ts';
import { buttonClass } from '../ui/controls/button.tsx';
import { Notice } from '../ui/display/notice.tsx';

/** Stays until the studio has answered: what is a guess, or made up for the demo, goes to real clients. */
export function StudioReminder() {
  const { words } = useReader();
  const admin = useMe().role === 'ADMIN';
  const studio = useStudio();
  const { calendars = [] } = useCalendars();
  if (!admin || !studio || studio.standing === 'told') return null;
  const own = calendars.some(({ demo, connectionId }) => !demo && connectionId !== null);
  if (studio.standing === 'demo' && !own) return null;
  const standing = studio.standing === 'demo' ? 'demo' : 'open';
  return (
    <div className="mb-5">
      <Notice
        tone="warn"
        title={words.settings.reminder[standing]}
        hint={words.settings.reminderHint[standing]({ zone: studio.timeZone })}
        action={
          <Link
            to={standing === 'demo' ? '/settings' : '/welcome'}
            className={buttonClass('primary', 'small')}
          >
            {words.settings.tell}
          </Link>
        }
      />
    </div>
  );
}
