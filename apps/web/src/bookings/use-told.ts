import { useTranslation } from 'react-i18next';
import { useStudio } from '../shell/use-studio.ts';

/** Whether a client hears of an answer by itself: nothing is promised that no mail server sends. */
export function useTold(): string {
  const { t } = useTranslation();
  const mail = useStudio()?.mail;
  if (mail === undefined) return '';
  return t(mail === 'ready' ? 'bookings.told.mailed' : 'bookings.told.unmailed');
}
