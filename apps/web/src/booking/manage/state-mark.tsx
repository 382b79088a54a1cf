import { CalendarCheck2, CalendarX2, Clock3 } from 'lucide-react';
import { Badge, type Tone } from '../../ui/badge.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { useReader } from '../words/words.ts';

type State = ClientBooking['state'];

const TONES: Partial<Record<State, Tone>> = { REQUESTED: 'warn', CONFIRMED: 'good', COMPLETED: 'good' };

/** The state of a booking in words, with a shape beside its colour. */
export function StateMark({ state }: { readonly state: State }) {
  const { words } = useReader();
  const tone = TONES[state] ?? 'neutral';
  const icon = tone === 'warn' ? Clock3 : tone === 'good' ? CalendarCheck2 : CalendarX2;
  return (
    <Badge tone={tone} icon={icon}>
      {words.manage.states[state]}
    </Badge>
  );
}
