import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProgram } from '../find-program.ts';
import { freePort } from '../server-process.ts';
import { selfSigned } from './certificate.ts';

/** How a server tells what has changed (RFC 7162): with what vanished, without it, or not at all; bare has no UIDPLUS either. */
export type TellsChanges = 'qresync' | 'condstore' | 'neither' | 'bare';

export interface DovecotServer extends AsyncDisposable {
  readonly host: string;
  /** Offers STARTTLS, and takes a password without it. */
  readonly port: number;
  readonly tlsPort: number;
  readonly username: string;
  readonly password: string;
  /** PEM; nobody vouches for it. */
  readonly certificate: string;
  /** The folder in which the user's mail lies (Maildir). */
  readonly maildir: string;
}

const USER = 'ann@studio.test';
const PASSWORD = 'secret';

/** Without CONDSTORE it looks like Exchange or Courier: what clients make use of is what is advertised. */
const CAPABILITIES: Readonly<Record<TellsChanges, string>> = {
  qresync: '',
  condstore:
    'imap_capability = IMAP4rev1 SASL-IR LITERAL+ ID ENABLE IDLE UIDPLUS MOVE NAMESPACE UNSELECT CHILDREN CONDSTORE SPECIAL-USE LIST-EXTENDED LIST-STATUS',
  neither: 'imap_capability = IMAP4rev1 SASL-IR LITERAL+ ID IDLE NAMESPACE UNSELECT CHILDREN UIDPLUS',
  bare: 'imap_capability = IMAP4rev1 LITERAL+ IDLE NAMESPACE CHILDREN',
};

const PROGRAM = findProgram('dovecot', `${process.env.PATH ?? ''}:/usr/sbin`);
/** Tests that need it are skipped without. */
export const dovecotInstalled = PROGRAM !== null;

/** Dovecot with one user, in a folder of its own, by whoever runs the tests; null where it is not installed. */
export async function startDovecot(tells: TellsChanges = 'qresync'): Promise<DovecotServer | null> {
  if (PROGRAM === null) return null;
  for (let tries = 1; ; tries += 1) {
    try {
      return await start(PROGRAM, tells);
    } catch (error) {
      // A port that was free a moment ago may be somebody else's by now.
      if (tries === MOST_TRIES) throw error;
    }
  }
}

const MOST_TRIES = 3;

async function start(program: string, tells: TellsChanges): Promise<DovecotServer> {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-dovecot-'));
  await chmod(folder, 0o755);
  const ports = { imap: await freePort(), imaps: await freePort() };
  const certificate = await selfSigned();
  // As root, mail belongs to a user of Debian's.
  await mkdir(join(folder, 'home'));
  await chmod(join(folder, 'home'), 0o777);
  await writeFile(join(folder, 'users'), `${USER}:{PLAIN}${PASSWORD}\n`);
  await writeFile(join(folder, 'cert.pem'), certificate.cert);
  await writeFile(join(folder, 'key.pem'), certificate.key);
  await writeFile(join(folder, 'dovecot.conf'), settings(folder, ports, tells));
  const child = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await listens(child, ports.imap);
  return {
    host: '127.0.0.1',
    port: ports.imap,
    tlsPort: ports.imaps,
    username: USER,
    password: PASSWORD,
    certificate: certificate.cert,
    maildir: join(folder, 'home', USER, 'Maildir'),
    async [Symbol.asyncDispose]() {
      await stop(child);
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

const DEADLINE_MS = 20_000;

async function listens(child: ChildProcess, port: number): Promise<void> {
  let words = '';
  child.stderr?.on('data', (piece: Buffer) => {
    words = (words + piece.toString()).slice(-2_000);
  });
  for (let waited = 0; waited < DEADLINE_MS && child.exitCode === null; waited += 20) {
    if (await answers(port)) return;
    await pause(20);
  }
  await stop(child);
  throw new Error(`Dovecot did not start: ${words}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', () => end(true)).once('error', () => end(false));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(timer);
}

interface Ports {
  readonly imap: number;
  readonly imaps: number;
}

/** As root Dovecot has users of its own; anybody else is all of them. */
function settings(folder: string, { imap, imaps }: Ports, tells: TellsChanges): string {
  const { uid, gid, username } = userInfo();
  const root = uid === 0;
  const [mailUid, mailGid] = root ? ['mail', 'mail'] : [uid, gid];
  const users = root
    ? ''
    : `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${gid}`;
  const roles = ['Drafts', 'Sent', 'Trash', 'Junk', 'Archive'].map(
    (name) => `  mailbox ${name} {\n    special_use = \\${name}\n    auto = subscribe\n  }`,
  );
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
${users}
first_valid_uid = 0
first_valid_gid = 0
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_fsync = never
mail_max_userip_connections = 1000
maildir_stat_dirs = yes
mail_location = maildir:~/Maildir
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${mailUid} gid=${mailGid} home=${folder}/home/%u
}
namespace inbox {
  inbox = yes
  separator = /
${roles.join('\n')}
}
protocol imap {
  ${CAPABILITIES[tells]}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}
