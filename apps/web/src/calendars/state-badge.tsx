import type { SyncState } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { Badge } from '../ui/display/badge.tsx';
import { STATE_LOOK } from './state-look.ts';

export function StateBadge({ state }: { readonly state: SyncState }) {
  const { words } = useReader();
  const { icon, tone } = STATE_LOOK[state];
  return (
    <Badge tone={tone} icon={icon} spinning={state === 'syncing'}>
      {words.state[state]}
    </Badge>
  );
}
