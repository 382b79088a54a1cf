import type { Told } from '../../words.ts';

export const offline = {
  away: 'Offline.',
  asOf: ({ age }: Told<'age'>) => `You see the studio as it was ${age}.`,
  newVersion: 'A new version of Atelier is there',
  newVersionHint: 'Reload when it suits you; what you are typing would be lost.',
  reload: 'Reload',
};
