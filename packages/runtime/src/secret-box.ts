import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { SecretBox } from '@atelier/usecases/context';

const VERSION = 'v1';
const TAG_BYTES = 16;

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * AES-256-GCM under keys derived from the operator's secrets (HKDF-SHA-256, RFC 5869). A sealed text
 * is `v1.keyId.iv.ciphertext+tag` in base64url; `about` is authenticated with it, so a sealed password
 * copied to another record does not open.
 * @param secrets the first seals; all of them open, which is how a secret is rotated.
 */
export function createSecretBox(secrets: readonly [string, ...string[]]): SecretBox {
  const [current, ...older] = secrets;
  const sealing = keyFrom(current);
  const keys = new Map([sealing, ...older.map(keyFrom)].map((key) => [key.id, key]));
  return {
    seal(plain, about) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing.bytes, iv);
      cipher.setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, sealing.id, iv.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open(sealed, about) {
      const [version, keyId = '', iv = '', body = ''] = sealed.split('.');
      const key = keys.get(keyId);
      if (version !== VERSION || !key) {
        throw new Error('A stored password was encrypted with a secret that is not configured any more.');
      }
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(iv, 'base64url'), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(about));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
    isStale: (sealed) => sealed.split('.')[1] !== sealing.id,
  };
}

function keyFrom(secret: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, 'atelier', 'credentials at rest', 32));
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

/** A key for the sessions, apart from the one that seals credentials. */
export function sessionSecret(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'atelier', 'sessions', 32)).toString('base64url');
}
