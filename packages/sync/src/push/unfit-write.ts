import { unfitBase } from '@atelier/calendar/edit/unfit-base';
import { WRONG_BYTE } from '@atelier/calendar/text/join-letters';
import type { PendingWrite } from '@atelier/database/object/outbox-store';
import type { WriteRefused } from '@atelier/providers/port/writes';
import type { PushRequest } from './push-request.ts';

/** The last door: whatever was accepted here, a text that is not what its owner has is not written (S6). */
export function unfitWrite(
  { calendar }: PushRequest,
  { operation, base, mine }: PendingWrite,
): WriteRefused | null {
  const reason =
    base && (operation === 'PUT' || unfitBase(base.source, calendar) === 'masked')
      ? unfitBase(base.source, calendar)
      : null;
  if (reason === 'masked') return HIDDEN;
  const damaged = reason === 'wrong-bytes' || (operation === 'PUT' && mine?.includes(WRONG_BYTE) === true);
  return damaged ? DAMAGED : null;
}

const HIDDEN: WriteRefused = {
  outcome: 'refused',
  reason: 'read-only',
  message: 'This event is confidential to the owner of the calendar, and only a part of it is shown here.',
  hint: 'Written back, it would lose the rest; ask its owner to change it. Give the change up here.',
};
const DAMAGED: WriteRefused = {
  outcome: 'refused',
  reason: 'invalid',
  message: 'Some letters of this event are damaged, and writing it would damage it for everybody.',
  hint: 'Change it with the app that made it, or delete it here. Give the change up here.',
};
