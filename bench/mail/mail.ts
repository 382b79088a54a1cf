import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { createMailGateway } from '@atelier/providers/mail/mail-gateway';
import type { MailAccess } from '@atelier/providers/port/mail/mail-account';
import { type DovecotServer, startDovecot } from '@atelier/testkit/mail/dovecot';
import { layMail } from '@atelier/testkit/mail/lay-mail';
import { startLostAnswer } from '@atelier/testkit/mail/lost-answer';
import type { Actor } from '@atelier/usecases/actor';
import { OPERATOR } from '@atelier/usecases/actor';
import { connectMail } from '@atelier/usecases/mailbox/account/connect-mail';
import { listMailboxes } from '@atelier/usecases/mailbox/account/mail-accounts';
import { listMail, searchMail } from '@atelier/usecases/mailbox/read/list-mail';
import { openMail } from '@atelier/usecases/mailbox/read/open-mail';
import { startChild } from '../child.ts';
import { ADMIN, type Installation, openInstallation } from '../installation.ts';
import { percentile } from '../percentile.ts';
import { FOLDERS, fillMailbox } from './filled-mailbox.ts';
import type { MailStep } from './mail-step.ts';
import { type QuietMail, quietMail } from './quiet-mail.ts';

export interface Timed {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly aimMs: number;
}

export interface MailFigures {
  readonly messages: number;
  readonly folders: number;
  /** The same UIDs, flags and heads by the library alone. */
  readonly bareMs: number;
  readonly newestMs: number;
  readonly first: MailStep;
  readonly quiet: MailStep;
  readonly change: MailStep;
  readonly moved: MailStep;
  readonly asked: readonly Timed[];
  readonly arrivals: Timed;
  readonly quietAccounts: QuietMail;
}

const run = promisify(execFile);
const gateway = createMailGateway({ allow: parseAllowList('127.0.0.1'), graph: null });
const NEWEST = 200;
const TIMES = 40;
const ARRIVALS = 20;
const MOVED = 1_000;

/** A large mailbox on a real server, from nothing known to new mail on a page. Null where the server is not installed. */
export async function benchMail(size: number): Promise<MailFigures | null> {
  await using server = await startDovecot();
  if (!server) return null;
  await fillMailbox(server, size);
  await using installation = await openInstallation();
  const bare = await wire(server);
  const { accountId, first, newestMs } = await firstRun(installation, server);
  await textsRead(installation, accountId);
  const quiet = await step(installation, accountId);
  await other(server, async (line) =>
    (await line.open('INBOX')).editFlags([1], { add: ['\\Flagged'], remove: [] }),
  );
  const change = await step(installation, accountId);
  await other(server, async (line) => {
    const inbox = await line.open('INBOX');
    const uids = await inbox.uids();
    await inbox.move(uids.slice(0, Math.min(MOVED, uids.length / 2)), 'Archive');
  });
  const moved = await step(installation, accountId);
  const asked = await questions(installation);
  const arrivals = await arriving(installation, server);
  return {
    messages: bare.messages,
    folders: FOLDERS,
    bareMs: bare.ms,
    newestMs,
    first,
    quiet,
    change,
    moved,
    asked,
    arrivals,
    quietAccounts: await quietMail(),
  };
}

async function wire({ port, username, password }: DovecotServer): Promise<{ ms: number; messages: number }> {
  const { stdout } = await run(process.execPath, ['bench/mail/bare-wire.ts', `${port}`, username, password]);
  return JSON.parse(stdout);
}

function accessTo({ host, port, username, password }: DovecotServer): MailAccess {
  const line = { host, port, security: 'none', pinned: null } as const;
  const credential = { kind: 'password', username, password } as const;
  return { reach: { imap: line, smtp: line }, address: username, credential, accountId: null };
}

type Line = Awaited<ReturnType<typeof gateway.connect>>;

/** As another program does it. */
async function other(server: DovecotServer, work: (line: Line) => Promise<unknown>): Promise<void> {
  const line = await gateway.connect(accessTo(server));
  await work(line);
  await line.close();
}

async function firstRun(installation: Installation, server: DovecotServer) {
  const { context } = installation;
  const { database } = context;
  await using sending = await startLostAnswer('nothing');
  const line = { host: server.host, port: server.port, security: 'none' } as const;
  const connected = await connectMail(context, OPERATOR, {
    address: server.username,
    password: server.password,
    imap: line,
    smtp: { ...line, port: sending.port },
    ownerEmail: ADMIN.email,
  });
  if (!connected.ok) throw new Error(connected.refusal.message);
  const { accountId } = connected.value;
  let newestAt = Number.NaN;
  const running = step(installation, accountId);
  void running.finally(() => {
    newestAt = Number.isNaN(newestAt) ? 0 : newestAt;
  });
  while (Number.isNaN(newestAt)) {
    const [row] = await database.query<{ n: number }>(
      "SELECT count(*) AS n FROM mail_placement p JOIN mail_folder f ON f.id = p.folder_id WHERE f.role = 'inbox'",
    );
    if ((row?.n ?? 0) >= NEWEST) newestAt = Date.now();
    else await pause(20);
  }
  const first = await running;
  await database.query('ANALYZE');
  return { accountId, first, newestMs: newestAt - first.beganAt };
}

/** Texts come a hundred a run, beside everything else. */
async function textsRead({ context }: Installation, accountId: string): Promise<void> {
  for (let commands = 100; commands >= 100; ) {
    const [run] = await context.mailboxes.engine.runNow([accountId], { full: false });
    commands = run?.commands ?? 0;
  }
}

async function step({ env }: Installation, accountId: string): Promise<MailStep> {
  const { stdout } = await run(process.execPath, ['bench/mail/mail-step.ts', accountId], { env });
  return JSON.parse(stdout);
}

/** What a page asks all day, of the database alone. */
async function questions({ context, adminId }: Installation): Promise<readonly Timed[]> {
  const admin: Actor = { userId: adminId, name: 'Bench', email: ADMIN.email, role: 'ADMIN' };
  const list = (before: string | null, limit = 100) =>
    listMail(context, admin, { folderId: null, role: 'inbox', unread: false, before, limit });
  const page = await list(null, 200);
  if (!page.ok) throw new Error(page.refusal.message);
  const { messages, next } = page.value;
  for (const { id } of messages.slice(0, TIMES)) await openMail(context, admin, id);
  const searched = (line: string) =>
    timed(`search ${line}`, 150, () =>
      searchMail(context, admin, { line, accountId: null, before: null, limit: 100 }),
    );
  return [
    await timed('list, newest', 50, () => list(null)),
    await timed('list, further down', 50, () => list(next)),
    await timed('folders and their numbers', 50, () => listMailboxes(context, admin)),
    await timed('open', 50, (n) => openMail(context, admin, messages[n]?.id ?? '')),
    await searched('reunion'),
    await searched('epaule encre'),
    await searched('person77'),
    await searched('from:person77 rose'),
    await searched('"rose 4711"'),
    await searched('nowhere'),
    await searched('re'),
  ];
}

async function timed(what: string, aimMs: number, ask: (n: number) => Promise<unknown>): Promise<Timed> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const began = performance.now();
    await ask(n);
    times.push(performance.now() - began);
  }
  return { what, p50: percentile(times, 0.5), p95: percentile(times, 0.95), aimMs };
}

const WORKER = ['--max-semi-space-size=4', '--max-old-space-size=256', 'apps/worker/src/main.ts'];

/** From the moment the server has it until whoever listens is told and the list shows it. */
async function arriving({ context, adminId, env }: Installation, { maildir }: DovecotServer): Promise<Timed> {
  await using _worker = await startChild(WORKER, env);
  const admin: Actor = { userId: adminId, name: 'Bench', email: ADMIN.email, role: 'ADMIN' };
  const shown = async (subject: string) => {
    const asked = { folderId: null, role: 'inbox', unread: false, before: null, limit: 5 } as const;
    const page = await listMail(context, admin, asked);
    return page.ok && page.value.messages.some((one) => one.subject === subject);
  };
  const times: number[] = [];
  for (let n = 0; n <= ARRIVALS; n += 1) {
    const subject = `arrival ${n}`;
    const at = new Date();
    const head = [
      `Subject: ${subject}`,
      'From: a@bench.test',
      `Message-ID: <a${n}@bench.test>`,
      `Date: ${at.toUTCString()}`,
    ];
    await layMail(maildir, {
      name: `arrival-${n}`,
      source: Buffer.from([...head, '', 'x'].join('\r\n')),
      at,
    });
    const began = performance.now();
    while (!(await shown(subject))) await pause(10);
    // The first waits until somebody listens.
    if (n > 0) times.push(performance.now() - began);
  }
  return {
    what: 'new mail in the list',
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    aimMs: 2_000,
  };
}
