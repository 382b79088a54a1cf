import type { Told } from '../../words.ts';

type Account = Told<'name' | 'host' | 'owner'>;

/** What admins are told of an account that has been broken for long, and when it works again. */
export const alert = {
  broken: {
    subject: ({ name }: Told<'name'>) => `Calendars of ${name} are not in step`,
    lead: ({ name, host, owner, since }: Account & Told<'since'>) =>
      `The account “${name}” (${host}, ${owner}) has not answered as it should since ${since}.`,
    kept: 'Everything that was here stays, and the agenda goes on. Changes made here wait and are sent when the account answers again.',
    again: 'You will hear once more, when it works again.',
  },
  healed: {
    subject: ({ name }: Told<'name'>) => `Calendars of ${name} are in step again`,
    lead: ({ name, host, owner }: Account) =>
      `The account “${name}” (${host}, ${owner}) answers again. What waited has been sent; nothing needs to be done.`,
  },
};
