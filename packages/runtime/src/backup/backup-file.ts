import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { NoBackup } from '@atelier/database/backup/backup-script';
import { Decrypter, Encrypter } from 'age-encryption';

/** For whom a backup is encrypted (age): holders of the secret keys of these public ones, or whoever knows a passphrase. */
export type BackupLock =
  | { readonly recipients: readonly string[] }
  | { readonly passphrase: string }
  /** Nobody is kept from reading it. */
  | 'open';

/** What opens one; an identity is a secret key of age. */
export type BackupKey = { readonly identity: string } | { readonly passphrase: string } | null;

/** A lock or a key that is none, in words for an operator. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';
}

/**
 * Writes a backup, compressed, then encrypted as the program `age` does. It has its name when it is whole and on the disk,
 * and can be read by nobody but its owner.
 * @throws WrongKey where somebody is named who is no recipient. An existing file stays.
 */
export async function writeBackupFile(
  path: string,
  script: AsyncIterable<Uint8Array>,
  lock: BackupLock,
): Promise<void> {
  const encrypter = lock === 'open' ? null : encrypterFor(lock);
  const part = `${path}.part`;
  try {
    const file = createWriteStream(part, { mode: 0o600 });
    if (encrypter === null) await pipeline(script, createGzip(), file);
    else await pipeline(script, createGzip(), (source) => encrypted(encrypter, source), file);
    await onDisk(part);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function encrypterFor(lock: Exclude<BackupLock, 'open'>): Encrypter {
  const encrypter = new Encrypter();
  try {
    if ('passphrase' in lock) encrypter.setPassphrase(lock.passphrase);
    else for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new WrongKey('A recipient is a public key of age and begins with “age1”.', { cause });
  }
  return encrypter;
}

async function* encrypted(
  encrypter: Encrypter,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const stream = await encrypter.encrypt(webOf(Readable.from(source)));
  yield* stream as WebStream<Uint8Array>;
}

/** Node's and the web's types of the same streams differ. */
function webOf(source: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(source) as ReadableStream<Uint8Array>;
}

async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * The script of a backup file.
 * @throws WrongKey where it is encrypted and the key does not open it; NoBackup, also while it is read, where the file was
 * cut off or changed.
 */
export async function readBackupFile(path: string, key: BackupKey): Promise<AsyncIterable<Uint8Array>> {
  const raw = (await isEncrypted(path)) ? await decrypted(path, key) : createReadStream(path);
  return unpacked(raw);
}

const AGE_MARK = Buffer.from('age-encryption.org/');

async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(AGE_MARK.length), 0, AGE_MARK.length, 0);
    return AGE_MARK.equals(buffer);
  } finally {
    await file.close();
  }
}

async function decrypted(path: string, key: BackupKey): Promise<Readable> {
  if (key === null) throw new WrongKey('The backup is encrypted: it needs its secret key or its passphrase.');
  const source = createReadStream(path);
  try {
    const opened = await decrypterFor(key).decrypt(webOf(source));
    return Readable.fromWeb(opened as WebStream<Uint8Array>);
  } catch (cause) {
    source.destroy();
    throw new WrongKey('This key or passphrase does not open the backup.', { cause });
  }
}

function decrypterFor(key: Exclude<BackupKey, null>): Decrypter {
  const decrypter = new Decrypter();
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
  else decrypter.addIdentity(key.identity);
  return decrypter;
}

/** Checksum and encryption tell of every byte that is missing or another. */
async function* unpacked(raw: Readable): AsyncGenerator<Uint8Array, void> {
  const unzip = createGunzip();
  // What fails here fails the reading of `unzip` as well.
  pipeline(raw, unzip).catch(() => undefined);
  try {
    yield* unzip;
  } catch (cause) {
    throw new NoBackup('The backup cannot be read to its end: it was cut off, or was changed.', { cause });
  } finally {
    raw.destroy();
  }
}
