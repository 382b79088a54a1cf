import { CalendarSearch, CircleCheck, CircleX, Inbox, type LucideIcon, TimerOff, Undo2 } from 'lucide-react';
import type { InquiryState } from '../api/answers.ts';
import type { Tone } from '../ui/display/badge.tsx';

/** How the state of an idea looks; its words are in the dictionary under `inquiries.states`. */
export const INQUIRY_LOOK: Record<InquiryState, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  OPEN: { icon: Inbox, tone: 'warn' },
  OFFERED: { icon: CalendarSearch, tone: 'accent' },
  DECLINED: { icon: CircleX, tone: 'neutral' },
  WITHDRAWN: { icon: Undo2, tone: 'neutral' },
  EXPIRED: { icon: TimerOff, tone: 'neutral' },
  CLOSED: { icon: CircleCheck, tone: 'good' },
};
