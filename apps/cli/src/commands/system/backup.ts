import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { NoBackup } from '@atelier/database/backup/backup-script';
import { CannotRestore, type Restored, restoreBackup } from '@atelier/database/backup/restore-backup';
import { writeBackup } from '@atelier/database/backup/write-backup';
import {
  type BackupKey,
  type BackupLock,
  readBackupFile,
  WrongKey,
  writeBackupFile,
} from '@atelier/runtime/backup/backup-file';
import { readConfig } from '@atelier/runtime/config/config';
import { openDatabaseUrl } from '@atelier/runtime/config/database-url';
import { failures } from '@atelier/words/failures/en';
import { type Command, InvalidArgumentError } from 'commander';
import { CommandFailure } from '../../output.ts';
import { readSecret } from '../../read-secret.ts';
import { run } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface BackupOptions {
  readonly to: string;
  readonly recipient?: readonly string[];
  readonly passwordStdin?: boolean;
  readonly open?: boolean;
  readonly json?: boolean;
}

export function backupCommand(command: Command, shell: Shell): void {
  command
    .requiredOption('--to <file>', 'where to; the file must not be there')
    .option('--recipient <key...>', 'encrypt it for these public keys of age (age1…)')
    .option('--password-stdin', 'encrypt it by a passphrase, one line on stdin')
    .option('--open', 'do not encrypt it: whoever has the file can read everything')
    .option('--json', 'print one JSON document')
    .action((options: BackupOptions) =>
      run(shell, options.json, async (output) => {
        const lock = await lockOf(shell, options);
        await proveNew(options.to);
        await using database = await openDatabaseUrl(readConfig(shell.env));
        const backup = writeBackup(database.directUrl, new Date());
        await writeBackupFile(options.to, backup.script, lock).catch(inWords);
        const { size } = await stat(options.to);
        const rows = total(backup.rows);
        output.answer(
          { file: options.to, takenAt: backup.takenAt, rows, bytes: size },
          `${rows} rows are in ${basename(options.to)} (${megabytes(size)}). Keep ATELIER_SECRET, or the file “secret” of its home, apart from it: without it the passwords in it open nothing.`,
        );
      }),
    );
}

async function lockOf(
  shell: Shell,
  { recipient = [], passwordStdin, open }: BackupOptions,
): Promise<BackupLock> {
  const ways = [recipient.length > 0, passwordStdin === true, open === true].filter(Boolean).length;
  if (ways !== 1)
    throw new InvalidArgumentError(
      'Say who can open the backup: one of --recipient KEY, --password-stdin, --open.',
    );
  if (open) return 'open';
  return passwordStdin
    ? { passphrase: await readSecret(shell, true, 'ATELIER_BACKUP_PASSWORD') }
    : { recipients: recipient };
}

async function proveNew(file: string): Promise<void> {
  if (!(await stat(file).catch(() => null))) return;
  throw new CommandFailure({
    kind: 'conflict',
    message: `${file} is there already.`,
    hint: 'Name another file.',
  });
}

interface RestoreOptions {
  readonly identityStdin?: boolean;
  readonly passwordStdin?: boolean;
  readonly replace?: boolean;
  readonly json?: boolean;
}

export function restoreCommand(command: Command, shell: Shell): void {
  command
    .argument('<file>')
    .option('--identity-stdin', 'a secret key of age (AGE-SECRET-KEY-1…) that opens it, on stdin')
    .option('--password-stdin', 'the passphrase that opens it, one line on stdin')
    .option('--replace', 'what the database holds now may be thrown away')
    .option('--json', 'print one JSON document')
    .action((file: string, options: RestoreOptions) =>
      run(shell, options.json, async (output) => {
        const script = await readBackupFile(file, await keyOf(shell, options)).catch(inWords);
        await using database = await openDatabaseUrl(readConfig(shell.env));
        const { replace = false } = options;
        const restored = await restoreBackup(database.directUrl, script, {
          replace,
          now: new Date(),
          doubt: failures.restored,
        }).catch(inWords);
        output.answer(restored, () => report(restored));
      }),
    );
}

async function keyOf(shell: Shell, { identityStdin, passwordStdin }: RestoreOptions): Promise<BackupKey> {
  if (identityStdin) return { identity: await readSecret(shell, true, 'ATELIER_BACKUP_IDENTITY') };
  return passwordStdin ? { passphrase: await readSecret(shell, true, 'ATELIER_BACKUP_PASSWORD') } : null;
}

const OBSTACLES = {
  'in-use': {
    message: 'Server, worker or another command of Atelier is at work with this database.',
    hint: 'Stop them, then restore.',
  },
  'not-empty': {
    message: 'The database holds a studio. Nothing was changed.',
    hint: 'With --replace it is thrown away for the backup; back it up before.',
  },
} as const;

function inWords(error: unknown): never {
  if (error instanceof CannotRestore)
    throw new CommandFailure({ kind: 'conflict', ...OBSTACLES[error.obstacle] });
  if (error instanceof WrongKey) throw new CommandFailure({ kind: 'forbidden', message: error.message });
  if (error instanceof NoBackup)
    throw new CommandFailure({ kind: 'invalid', message: error.message, hint: 'Nothing was changed.' });
  if (Error.isError(error) && 'code' in error && error.code === 'ENOENT')
    throw new CommandFailure({ kind: 'not-found', message: 'There is no such file or folder.' });
  throw error;
}

/** What a person has to look at comes last, where it is read. */
function report({ takenAt, rows, mails, outgoing, creations }: Restored): string {
  const doubts: readonly (readonly [number, string])[] = [
    [
      mails,
      'notices are held: they may have gone out since. Send or drop them under Notices, or by `notices`.',
    ],
    [outgoing, 'mails of people may have gone out since: the folder of sent mail is asked, then you.'],
    [creations, 'events were still to be created at a provider: they are among what waits for a person.'],
  ];
  const open = doubts.filter(([count]) => count > 0).map(([count, what]) => `  ${count} ${what}`);
  return [
    `The studio is as it was at ${takenAt.toISOString()}: ${total(rows)} rows.`,
    'Every calendar is compared with its provider, whose version is right; everybody signs in again.',
    'For a day, notices about older bookings wait for a word.',
    ...open,
  ].join('\n');
}

function total(rows: Restored['rows']): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
