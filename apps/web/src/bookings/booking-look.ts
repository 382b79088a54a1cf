import {
  CalendarCheck2,
  CircleCheck,
  CircleSlash,
  CircleX,
  Hourglass,
  type LucideIcon,
  TimerOff,
  Undo2,
  UserX,
} from 'lucide-react';
import type { BookingState } from '../api/answers.ts';
import type { Tone } from '../ui/display/badge.tsx';

/** How the state of a booking looks; its words are in the dictionary under `bookings.states`. */
export const BOOKING_LOOK: Record<BookingState, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  REQUESTED: { icon: Hourglass, tone: 'warn' },
  CONFIRMED: { icon: CalendarCheck2, tone: 'good' },
  DECLINED: { icon: CircleX, tone: 'neutral' },
  EXPIRED: { icon: TimerOff, tone: 'neutral' },
  WITHDRAWN: { icon: Undo2, tone: 'neutral' },
  CANCELLED: { icon: CircleSlash, tone: 'bad' },
  COMPLETED: { icon: CircleCheck, tone: 'neutral' },
  NO_SHOW: { icon: UserX, tone: 'bad' },
};
