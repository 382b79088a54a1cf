import { createHash, randomBytes } from 'node:crypto';
import type { Bytes } from '@atelier/database/bytes';

/** 192 random bits for a link; only its hash is kept (B10). */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

export function hashToken(token: string): Bytes {
  return createHash('sha256').update(token).digest();
}
