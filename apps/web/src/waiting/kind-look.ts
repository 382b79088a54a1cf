import {
  CalendarPlus,
  CalendarX2,
  CloudOff,
  FileQuestion,
  GitCompare,
  Inbox,
  KeyRound,
  Lightbulb,
  type LucideIcon,
  MailQuestion,
  MailX,
  RotateCcw,
  Send,
  TriangleAlert,
  Unplug,
  Wrench,
} from 'lucide-react';
import type { WaitingKind } from '../api/answers.ts';

/** People first, then what of their calendars stands still, then the machinery. */
export const KINDS: readonly WaitingKind[] = [
  ...(['request', 'idea', 'trouble', 'unverified', 'conflict', 'removals', 'write'] as const),
  ...([
    'newCalendar',
    'goneCalendar',
    'signIn',
    'unreadable',
    'repaired',
    'heldMail',
    'failedMail',
    'job',
  ] as const),
];

export const KIND_ICONS: Record<WaitingKind, LucideIcon> = {
  request: Inbox,
  idea: Lightbulb,
  trouble: TriangleAlert,
  unverified: CloudOff,
  conflict: GitCompare,
  removals: CalendarX2,
  write: Send,
  unreadable: FileQuestion,
  repaired: Wrench,
  newCalendar: CalendarPlus,
  goneCalendar: Unplug,
  signIn: KeyRound,
  heldMail: MailQuestion,
  failedMail: MailX,
  job: RotateCcw,
};
