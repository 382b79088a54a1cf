import { says } from '../../sentence.ts';
import type { Told } from '../../words.ts';
import { sayReason } from '../kept-reason.ts';
import { readings } from './readings.ts';

/** Events and what waits to be settled. */
export const events = {
  'no-event': () => says('There is no such event.'),
  'event-gone': () => says('This event is not there any more.'),
  'event-empty': () => says('Nothing is left of this event.'),
  'event-id-taken': () => says('Another event has this id already.'),
  'event-overtaken': () =>
    says(
      'This event has been changed meanwhile; your change was not made.',
      'Look at it as it is now, and make your change again.',
    ),
  'event-private': () => says('This event is private; only its owner can change it.'),
  'event-unreadable': ({ reason }: Told<'reason'>) =>
    says(
      `This event cannot be read: ${sayReason(readings, reason)}`,
      'Change it with the app that made it, or delete it.',
    ),
  'event-not-restorable': () => says('This event cannot be brought back any more.'),
  'undo-gone': () => says('This can no longer be taken back.'),
  'undo-overtaken': () =>
    says('Somebody else has changed this since; nothing was taken back.', 'Look at it as it is now.'),
  'no-occurrence': () => says('The event has no occurrence at this time.'),
  'end-before-start': () => says('The end must be after the start.'),
  'file-large': () => says('This file is larger than 20 MB; split it first.'),
  'no-conflict': () => says('There is no such conflict.'),
  'conflict-whole-only': () =>
    says('This conflict can only be settled as a whole.', 'Take one version, the other, or both.'),
  'nothing-waiting': () => says('Nothing of this kind is waiting any more.'),
};
