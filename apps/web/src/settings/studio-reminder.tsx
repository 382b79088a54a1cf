import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useMe } from '../shell/use-me.ts';
import { useStudio } from '../shell/use-studio.ts';
import { buttonClass } from '../ui/controls/button.tsx';
import { Notice } from '../ui/display/notice.tsx';

/** Stays until the studio has answered: what is a guess, or made up for the demo, goes to real clients. */
export function StudioReminder() {
  const { t } = useTranslation();
  const admin = useMe().role === 'ADMIN';
  const studio = useStudio();
  const { calendars = [] } = useCalendars();
  if (!admin || !studio || studio.standing === 'told') return null;
  const own = calendars.some(({ demo, connectionId }) => !demo && connectionId !== null);
  if (studio.standing === 'demo' && !own) return null;
  const words = studio.standing === 'demo' ? 'demo' : 'open';
  return (
    <div className="mb-5">
      <Notice
        tone="warn"
        title={t(`settings.reminder.${words}`)}
        hint={t(`settings.reminderHint.${words}`, { zone: studio.timeZone })}
        action={
          <Link to={words === 'demo' ? '/settings' : '/welcome'} className={buttonClass('primary', 'small')}>
            {t('settings.tell')}
          </Link>
        }
      />
    </div>
  );
}
