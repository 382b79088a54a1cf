import type { Counted, Told } from '../../words.ts';

export const offline = {
  away: 'Offline.',
  asOf: ({ age }: Told<'age'>) => `You see the studio as it was ${age}.`,
  unsent: ({ count }: Counted) =>
    count === 1
      ? `${count} change waits and goes out by itself.`
      : `${count} changes wait and go out by themselves.`,
  unsentRefused: ({ count }: Counted) =>
    count === 1 ? `${count} change was refused.` : `${count} changes were refused.`,
  showUnsent: 'Show',
  changes: 'Changes made offline',
  changesLead: 'They go out in this order as soon as the server answers. What is refused stays here.',
  waits: 'Waits',
  refused: 'Refused',
  discard: 'Discard',
  leaveUnsent: 'Sign out and lose what has not gone out?',
  leaveUnsentLead: ({ count }: Counted) =>
    count === 1
      ? `${count} change made offline is on this device only.`
      : `${count} changes made offline are on this device only.`,
  newVersion: 'A new version of Atelier is there',
  newVersionHint: 'Reload when it suits you; what you are typing would be lost.',
  reload: 'Reload',
};
