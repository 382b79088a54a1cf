import {
  CircleCheck,
  CirclePause,
  CloudOff,
  HardDrive,
  Hourglass,
  KeyRound,
  type LucideIcon,
  RefreshCw,
  ShieldAlert,
  TriangleAlert,
} from 'lucide-react';
import type { SyncState } from '../api/answers.ts';
import type { Tone } from '../ui/display/badge.tsx';

/** How a state of synchronisation looks; its words are in the dictionary under `state`. */
export const STATE_LOOK: Record<SyncState, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  off: { icon: CirclePause, tone: 'neutral' },
  new: { icon: Hourglass, tone: 'neutral' },
  syncing: { icon: RefreshCw, tone: 'accent' },
  ok: { icon: CircleCheck, tone: 'good' },
  held: { icon: ShieldAlert, tone: 'warn' },
  failing: { icon: TriangleAlert, tone: 'warn' },
  credentials: { icon: KeyRound, tone: 'bad' },
  gone: { icon: CloudOff, tone: 'bad' },
  local: { icon: HardDrive, tone: 'neutral' },
};
