import { findMailAccount } from '@atelier/database/mailbox/account-store';
import { createSourceEngine, type SourceEngine } from '../run/source-engine.ts';
import type { MailRun } from './mail-report.ts';
import type { MailServices } from './mail-services.ts';
import { runMailAccount } from './run-account.ts';

/** Keeps mailboxes in step. */
export type MailEngine = SourceEngine<MailRun>;

export function createMailEngine(services: MailServices): MailEngine {
  const { database } = services;
  return createSourceEngine(services, {
    kind: 'MAILBOX',
    exists: async (id) => (await findMailAccount(database, id)) !== null,
    async run(lease, { full }) {
      const account = await findMailAccount(database, lease.sourceId);
      if (!account || account.state === 'CREDENTIALS') return stopped(lease.sourceId);
      return runMailAccount(services, { account, lease, full });
    },
    absent: stopped,
    lost: (accountId) => ({ accountId, folders: [], commands: 0, pushed: 0 }),
  });
}

function stopped(accountId: string): MailRun {
  const error = {
    kind: 'credentials',
    message: 'The mail server refused the password of this account, so nothing is asked of it any more.',
    hint: 'Connect the account again with a new password; everything goes on from where it stopped.',
  };
  return { accountId, folders: [], commands: 0, pushed: 0, error };
}
