import { CalendarCheck2, CalendarX2, Clock3, MessageCircleReply } from 'lucide-react';
import { Badge, type Tone } from '../../ui/display/badge.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { useReader } from '../language/reader.ts';
import { shownState } from './shown-state.ts';

const TONES: Record<ClientBooking['state'] | 'PROPOSED', Tone> = {
  REQUESTED: 'warn',
  PROPOSED: 'accent',
  CONFIRMED: 'good',
  COMPLETED: 'good',
  DECLINED: 'neutral',
  EXPIRED: 'neutral',
  WITHDRAWN: 'neutral',
  CANCELLED: 'neutral',
  NO_SHOW: 'neutral',
};

/** The state of a booking in words, with a shape beside its colour. */
export function StateMark({ booking }: { readonly booking: Pick<ClientBooking, 'state' | 'turn'> }) {
  const { words } = useReader();
  const state = shownState(booking);
  const tone = TONES[state];
  const icon =
    tone === 'accent'
      ? MessageCircleReply
      : tone === 'warn'
        ? Clock3
        : tone === 'good'
          ? CalendarCheck2
          : CalendarX2;
  return (
    <Badge tone={tone} icon={icon}>
      {words.manage.states[state]}
    </Badge>
  );
}
