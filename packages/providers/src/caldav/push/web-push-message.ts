import { createECDH, createPublicKey, randomBytes } from 'node:crypto';
import ece from 'http_ece';
import { jwtVerify } from 'jose';
import { isSame } from '../../same-text.ts';

/** What a server encrypts its messages for (RFC 8291); all base64url. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly auth: string;
}

/** No message is longer: 4,096 bytes of text make two records (RFC 8188). */
const MOST_BYTES = 8 * 1024;
const LONGEST_TOKEN_S = 24 * 60 * 60;

export function newPushKeys(): PushKeys {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys('base64url');
  return {
    publicKey,
    privateKey: pair.getPrivateKey('base64url'),
    auth: randomBytes(16).toString('base64url'),
  };
}

export interface SentMessage {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/**
 * The text of a message that this sender has signed (VAPID, RFC 8292) and encrypted for these keys (RFC 8291); null for
 * anything else.
 * @param sender the public key that the server tells of itself, an uncompressed point in base64url.
 * @param audience our own origin, which the signature must be for.
 */
export async function openMessage(
  { headers, body }: SentMessage,
  keys: PushKeys,
  from: { readonly sender: string; readonly audience: string; readonly now: Temporal.Instant },
): Promise<string | null> {
  if (body.byteLength > MOST_BYTES || headers['content-encoding'] !== 'aes128gcm') return null;
  if (!(await isSigned(headers['authorization'] ?? '', from))) return null;
  const privateKey = createECDH('prime256v1');
  privateKey.setPrivateKey(keys.privateKey, 'base64url');
  try {
    const parameters = { version: 'aes128gcm', privateKey, authSecret: keys.auth } as const;
    return ece.decrypt(Buffer.from(body), parameters).toString('utf8');
  } catch {
    return null;
  }
}

/** `vapid t=<JWT>, k=<key>` (RFC 8292, 3). */
async function isSigned(
  authorization: string,
  {
    sender,
    audience,
    now,
  }: { readonly sender: string; readonly audience: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const token = /^vapid\s.*?\bt=([\w.-]+)/i.exec(authorization)?.[1];
  const key = /\bk=([\w-]+)/i.exec(authorization)?.[1];
  if (token === undefined || key === undefined || !isSame(key, sender)) return false;
  const seconds = now.epochMilliseconds / 1_000;
  try {
    const { payload } = await jwtVerify(token, publicKeyOf(sender), {
      algorithms: ['ES256'],
      audience,
      currentDate: new Date(now.epochMilliseconds),
      requiredClaims: ['exp'],
    });
    return (payload.exp ?? Number.POSITIVE_INFINITY) <= seconds + LONGEST_TOKEN_S + 60;
  } catch {
    return false;
  }
}

function publicKeyOf(point: string) {
  const bytes = Buffer.from(point, 'base64url');
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33, 65)].map((part) => part.toString('base64url'));
  return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' } });
}
