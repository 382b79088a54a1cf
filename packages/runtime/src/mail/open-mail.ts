import { randomUUID } from 'node:crypto';
import type { Database } from '@atelier/database/database';
import { mailBook } from '@atelier/database/mailbox/remote-book';
import type { GraphMail } from '@atelier/providers/graph/mail/graph-mail-gateway';
import { createMailGateway } from '@atelier/providers/mail/mail-gateway';
import type { MailGateway } from '@atelier/providers/port/mail/mail-provider';
import { outside } from '../gateways.ts';

/** What reads and sends the mail of everybody's mailboxes. */
export function openMail(allowPrivateHosts: string, database: Database): MailGateway & AsyncDisposable {
  const common = outside(allowPrivateHosts);
  let graph: Promise<GraphMail> | null = null;
  const load = async () => {
    const { createGraphMail } = await import('@atelier/providers/graph/mail/graph-mail-gateway');
    return createGraphMail({
      ...common,
      newId: randomUUID,
      bookOf: (accountId) => mailBook(database, accountId),
    });
  };
  const gateway = createMailGateway({
    allow: common.allow,
    graph() {
      graph ??= load();
      return graph;
    },
  });
  return {
    ...gateway,
    async [Symbol.asyncDispose]() {
      await (await graph)?.[Symbol.asyncDispose]();
    },
  };
}
