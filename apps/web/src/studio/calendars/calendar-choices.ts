import type { Calendar } from '../../api/answers.ts';

/** Calendars that bookings can be written into: kept in step, or Atelier's own, not read only, and seen by the studio. */
export function receivingChoices(calendars: readonly Calendar[]): readonly Calendar[] {
  return calendars.filter(
    ({ readOnly, state, private: secret }) => !readOnly && !secret && state !== 'off' && state !== 'gone',
  );
}

/** Calendars whose events can block time. One that is not kept in step would block what was long ago. */
export function blockingChoices(
  calendars: readonly Calendar[],
  chosen: readonly string[],
): readonly Calendar[] {
  return calendars.filter(({ id, state }) => (state !== 'off' && state !== 'gone') || chosen.includes(id));
}
