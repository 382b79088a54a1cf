import { Circle, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StudioArtist } from '../../api/answers.ts';

const NEEDED = ['calendar', 'services', 'hours'] as const;

/** What is still missing before clients can book. */
export function ReadyList({ ready }: { readonly ready: StudioArtist['ready'] }) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[13px]">
      {NEEDED.map((name) => {
        const Icon = ready[name] ? CircleCheck : Circle;
        return (
          <li key={name} className="flex items-center gap-1.5">
            <Icon aria-hidden className={ready[name] ? 'size-4 text-good' : 'size-4 text-warn'} />
            <span className={ready[name] ? 'text-soft' : 'font-medium'}>
              {t(`studio.ready.${name}`)}
              <span className="sr-only">: {t(ready[name] ? 'studio.readyYes' : 'studio.readyNo')}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
