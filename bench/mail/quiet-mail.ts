import { setTimeout as pause } from 'node:timers/promises';
import { startDovecot } from '@atelier/testkit/mail/dovecot';
import { cpuMsOf, residentMbOf, startChild } from '../child.ts';
import { openInstallation } from '../installation.ts';

export interface QuietMail {
  readonly accounts: number;
  readonly seconds: number;
  /** Share of one core; null where that cannot be read. */
  readonly cpu: number | null;
  readonly workerMb: number | null;
}

const ACCOUNTS = 200;
const SECONDS = 60;
const WORKER = ['--max-semi-space-size=4', '--max-old-space-size=256', 'apps/worker/src/main.ts'];

/** One worker listens for so many accounts in which nothing happens. They are one mailbox at the server, and know it not. */
export async function quietMail(): Promise<QuietMail> {
  await using server = await startDovecot();
  if (!server) throw new Error('Dovecot vanished');
  await using installation = await openInstallation();
  const { context, adminId, env } = installation;
  const { database, secrets, newId } = context;
  const line = { host: server.host, port: server.port, security: 'none', pinned: null };
  const rows = Array.from({ length: ACCOUNTS }, (_, n) => {
    const [id, credential] = [newId(), newId()];
    return {
      id,
      credential,
      address: `quiet-${n}@bench.test`,
      secret: secrets.seal(server.password, credential),
    };
  });
  await database.query(
    `WITH wanted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, credential uuid, address text, secret text)),
     sources AS (INSERT INTO source (id, kind, next_sync_at) SELECT id, 'MAILBOX', now() FROM wanted),
     credentials AS (INSERT INTO account_credential (id, owner_id, kind, username, secret)
       SELECT credential, $2, 'PASSWORD', $3, secret FROM wanted)
     INSERT INTO mail_account (id, owner_id, credential_id, name, address, sender, color, reach, created_at)
     SELECT id, $2, credential, address, address, '', '#808080', $4::jsonb, now() FROM wanted`,
    [JSON.stringify(rows), adminId, server.username, JSON.stringify({ imap: line, smtp: line })],
  );
  await using worker = await startChild(WORKER, env);
  await until(async () => {
    const [row] = await database.query<{ n: number }>(
      "SELECT count(*) AS n FROM source WHERE kind = 'MAILBOX' AND (last_complete_at IS NULL OR lease_until > now())",
    );
    return row?.n === 0;
  });
  const [before, began] = [cpuMsOf(worker.pid), performance.now()];
  await pause(SECONDS * 1_000);
  const [after, ms] = [cpuMsOf(worker.pid), performance.now() - began];
  return {
    accounts: ACCOUNTS,
    seconds: ms / 1_000,
    cpu: before === null || after === null ? null : (after - before) / ms,
    workerMb: residentMbOf(worker.pid),
  };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(500);
}
