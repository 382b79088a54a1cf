import { Link } from '@tanstack/react-router';
import { CalendarCheck, Plug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useMe } from '../shell/use-me.ts';
import { buttonClass } from '../ui/controls/button.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';

export function NextEmpty() {
  const { t } = useTranslation();
  const { calendars } = useCalendars();
  const admin = useMe().role === 'ADMIN';
  if (calendars?.some((calendar) => calendar.enabled) !== false) {
    return (
      <EmptyState icon={CalendarCheck} title={t('dashboard.emptyTitle')} hint={t('dashboard.emptyHint')} />
    );
  }
  return (
    <EmptyState
      icon={Plug}
      title={t('dashboard.emptyNoCalendars')}
      hint={t(admin ? 'dashboard.emptyNoCalendarsHint' : 'dashboard.emptyNoCalendarsAsk')}
      action={
        admin && (
          <Link to="/connections" search={{ connect: true }} className={buttonClass('primary')}>
            {t('dashboard.connect')}
          </Link>
        )
      }
    />
  );
}
