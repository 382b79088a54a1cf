import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { addressGroup } from '@atelier/usecases/abuse/address-group';
import type { Guard } from '@atelier/usecases/abuse/guard';
import { proofOfWork } from './proof-of-work.ts';

/**
 * What guards the installation against floods. Its keys come from the operator's secret (HKDF-SHA-256, RFC 5869), apart
 * from those that seal; with another secret, counting begins anew.
 */
export function createGuard(secret: string, clock: () => Date): Guard {
  const addresses = keyFrom(secret, 'addresses');
  return {
    ...accounts(keyFrom(secret, 'accounts')),
    originHash: (ip) => createHmac('sha256', addresses).update(addressGroup(ip)).digest(),
    ...proofOfWork(keyFrom(secret, 'proofs of work').toString('hex'), clock),
  };
}

function accounts(key: Buffer): Pick<Guard, 'accountHash' | 'deviceMark' | 'knownDevice'> {
  const signed = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const markOf = (email: string, name: string) => `${name}.${signed(`device:${name}:${plain(email)}`)}`;
  return {
    accountHash: (email) => signed(`account:${plain(email)}`),
    deviceMark: (email) => markOf(email, randomBytes(16).toString('base64url')),
    knownDevice(email, mark) {
      const name = mark.split('.')[0] ?? '';
      const [shown, expected] = [Buffer.from(mark), Buffer.from(markOf(email, name))];
      return shown.length === expected.length && timingSafeEqual(shown, expected) ? name : null;
    },
  };
}

/** As people are found by. */
function plain(email: string): string {
  return email.trim().toLowerCase();
}

function keyFrom(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'atelier', purpose, 32));
}
