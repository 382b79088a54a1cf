import { BellOff, BellRing, Clock, Hourglass, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { AccountHints } from '../../api/answers.ts';
import type { Tone } from '../../ui/display/badge.tsx';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

/** Nothing of it is a fault of the calendars: the clock does the work wherever nobody tells. */
export const LOOKS: Readonly<Record<AccountHints['state'], Look>> = {
  told: { icon: BellRing, tone: 'good' },
  partly: { icon: BellRing, tone: 'good' },
  doubtful: { icon: TriangleAlert, tone: 'warn' },
  asked: { icon: Hourglass, tone: 'neutral' },
  refused: { icon: TriangleAlert, tone: 'warn' },
  clock: { icon: Clock, tone: 'neutral' },
  off: { icon: BellOff, tone: 'neutral' },
  'no-address': { icon: Clock, tone: 'neutral' },
};
