import { enqueueDue } from '@atelier/database/jobs/enqueue-due';
import { processAll } from '@atelier/database/jobs/testing/process-all';
import { deliverMail, type MailContext } from '../deliver-mail.ts';

/** Sends all mail that is due by the clock of the context, as a worker would. For tests. */
export function deliverAll(context: MailContext): Promise<void> {
  const { database, clock } = context;
  return processAll(database, {
    clock,
    handlers: {
      'deliver-mail': ({ id }, attempt) => deliverMail.work(context, id, attempt),
      'look-for-due': async ({ kind }) => {
        if (kind === 'deliver-mail') await enqueueDue(context, kind, deliverMail);
      },
    },
  });
}
