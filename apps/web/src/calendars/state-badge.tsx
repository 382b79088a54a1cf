import { useTranslation } from 'react-i18next';
import type { SyncState } from '../api/answers.ts';
import { Badge } from '../ui/display/badge.tsx';
import { STATE_LOOK } from './state-look.ts';

export function StateBadge({ state }: { readonly state: SyncState }) {
  const { t } = useTranslation();
  const { icon, tone } = STATE_LOOK[state];
  return (
    <Badge tone={tone} icon={icon} spinning={state === 'syncing'}>
      {t(`state.${state}`)}
    </Badge>
  );
}
