import { mkdtempSync } from 'node:fs';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { type BackupKey, type BackupLock, readBackupFile, writeBackupFile } from './backup-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'atelier-backup-'));
let files = 0;
const newPath = () => join(folder, `${(files += 1)}.backup`);

async function* pieces(text = 'what a studio has\n'.repeat(20_000)) {
  for (let at = 0; at < text.length; at += 7_000) yield Buffer.from(text.slice(at, at + 7_000));
}
async function read(path: string, key: BackupKey): Promise<string> {
  let text = '';
  for await (const piece of await readBackupFile(path, key)) text += Buffer.from(piece).toString();
  return text;
}
const WHOLE = 'what a studio has\n'.repeat(20_000);

const identity = await generateX25519Identity();
const recipients = [await identityToRecipient(identity)];

describe('a backup file', () => {
  it.each<[string, BackupLock, BackupKey]>([
    ['for a public key', { recipients }, { identity }],

    ['that is open', 'open', null],
  ])('S14: %s comes back as it was, and is its owner’s alone', async (_what, lock, key) => {
    const path = newPath();
    await writeBackupFile(path, pieces(), lock);
    expect(await read(path, key)).toBe(WHOLE);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('S14: what is encrypted says nothing without the key', async () => {
    const path = newPath();
    await writeBackupFile(path, pieces(), { recipients });
    expect(await readFile(path, 'latin1')).not.toContain('studio');
    await expect(read(path, null)).rejects.toThrow(/needs its secret key/);
    await expect(read(path, { identity: await generateX25519Identity() })).rejects.toThrow(/does not open/);
    await expect(read(path, { identity: 'not a key' })).rejects.toThrow(/does not open/);
  });

  it.each<[string, BackupLock, BackupKey]>([
    ['encrypted', { recipients }, { identity }],
    ['open', 'open', null],
  ])(
    'S14: one that is %s and cut off, or changed in one byte, is not read to its end',
    async (_what, lock, key) => {
      const path = newPath();
      await writeBackupFile(path, pieces(), lock);
      const bytes = await readFile(path);
      const changed = Uint8Array.from(bytes);
      changed[bytes.length - 12] = (changed[bytes.length - 12] ?? 0) ^ 1;
      await writeFile(path, changed);
      await expect(read(path, key)).rejects.toThrow(/cut off, or was changed/);
      await writeFile(path, bytes);
      await truncate(path, bytes.length - 20);
      await expect(read(path, key)).rejects.toThrow(/cut off, or was changed/);
    },
  );

  it('S14: what fails on its way leaves the backup before it, and nothing half done', async () => {
    const path = newPath();
    await writeBackupFile(path, pieces(), 'open');
    async function* breaking() {
      yield Buffer.from('half');
      throw new Error('the database went away');
    }
    await expect(writeBackupFile(path, breaking(), 'open')).rejects.toThrow('the database went away');
    expect(await read(path, null)).toBe(WHOLE);
    await expect(writeBackupFile(path, pieces(), { recipients: ['me'] })).rejects.toThrow(
      /begins with “age1”/,
    );
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
