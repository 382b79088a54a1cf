import { attachedFile } from '@atelier/mail/read/read-message';
import { type MailRoom, nobodySignsIn } from '@atelier/sync/mailbox/testing/mail-room';
import type { Mailboxes } from '../../context.ts';

/** Mailboxes as use cases are given them, around a room of tests: nothing is found, no picture is there. */
export function roomMailboxes({ services, engine }: MailRoom, more: Partial<Mailboxes> = {}): Mailboxes {
  return {
    ...services,
    engine,
    ...nobodySignsIn,
    attached: (source, place) => attachedFile(source, place),
    picture: async () => null,
    ...more,
  };
}
