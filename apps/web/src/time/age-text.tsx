import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { useNow } from './use-now.ts';
import { browserZone } from './zone-name.ts';

const STEP_MS = 10_000;

/** `3 minutes ago`, kept current. */
export function useAge(): (since: Date) => string {
  const { t } = useTranslation();
  const { age } = useFormats();
  const now = useNow(STEP_MS);
  return (since) => age(since, now) ?? t('common.justNow');
}

/** An age that says the exact time on hover. */
export function AgeText({ since }: { readonly since: Date | null }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const age = useAge();
  if (!since) return <>{t('common.never')}</>;
  return (
    <time dateTime={since.toISOString()} title={dateTime(since, browserZone())}>
      {age(since)}
    </time>
  );
}
