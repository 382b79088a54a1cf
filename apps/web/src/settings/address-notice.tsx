import { useTranslation } from 'react-i18next';
import type { StudioFacts } from '../api/answers.ts';
import { Notice } from '../ui/display/notice.tsx';

/** Says when nobody else can open what is handed out, and what to do; nothing where all is well. */
export function AddressNotice({ reach, url }: Pick<StudioFacts, 'reach' | 'url'>) {
  const { t } = useTranslation();
  if (reach === 'anywhere') return null;
  return (
    <Notice
      tone="warn"
      title={t(`settings.reach.${reach}`, { url })}
      hint={t(`settings.reachHint.${reach}`)}
    />
  );
}
