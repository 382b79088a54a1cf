import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreBackup } from '@atelier/database/backup/restore-backup';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { backUp } from '@atelier/usecases/jobs/back-up';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { readBackupFile } from './backup-file.ts';
import { nightlyBackups } from './nightly-backups.ts';

const clock = () => new Date('2026-03-10T02:41:00Z');

test('S2 S14 the backup of a night opens with the operator’s key and holds the studio', async () => {
  await using from = await createTestDatabase();
  await using to = await createTestDatabase();
  const data = { id: 'ann', name: 'Ann', email: 'ann@studio.test', role: 'ADMIN' } as const;
  await from.database.prisma.user.create({ data });
  const folder = await mkdtemp(join(tmpdir(), 'atelier-nightly-'));
  const identity = await generateIdentity();
  const config = readConfig({
    ATELIER_SECRET: 'x'.repeat(40),
    ATELIER_BACKUP_TO: folder,
    ATELIER_BACKUP_RECIPIENTS: await identityToRecipient(identity),
  });
  await backUp({ backups: nightlyBackups(config, from.url), clock });
  expect(await readdir(folder)).toEqual(['atelier-2026-03-10.backup']);
  const script = await readBackupFile(join(folder, 'atelier-2026-03-10.backup'), { identity });
  await restoreBackup(to.url, script, { replace: true, now: clock(), doubt: 'restored' as never });
  expect(await to.database.prisma.user.findMany({ select: { name: true } })).toEqual([{ name: 'Ann' }]);
  await rm(folder, { recursive: true });
});

test('S14 a folder for backups without a key is refused in words', () => {
  const settings = { ATELIER_SECRET: 'x'.repeat(40), ATELIER_BACKUP_TO: '/srv/backups' };
  expect(() => readConfig(settings)).toThrow(/ATELIER_BACKUP_RECIPIENTS/);
  expect(() => readConfig({ ...settings, ATELIER_BACKUP_RECIPIENTS: 'AGE-SECRET-KEY-1X' })).toThrow(/age1/);
  expect(readConfig({ ...settings, ATELIER_BACKUP_RECIPIENTS: 'none' }).backups).toEqual({
    folder: '/srv/backups',
    recipients: null,
    keep: 14,
  });
});
