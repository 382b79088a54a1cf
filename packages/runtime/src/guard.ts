import { createHmac, hkdfSync } from 'node:crypto';
import { addressGroup } from '@atelier/usecases/abuse/address-group';
import type { Guard } from '@atelier/usecases/abuse/guard';
import { proofOfWork } from './proof-of-work.ts';

/**
 * What guards the installation against floods. Both keys come from the operator's secret (HKDF-SHA-256, RFC 5869), apart
 * from those that seal; with another secret, counting begins anew.
 */
export function createGuard(secret: string, clock: () => Date): Guard {
  const addresses = keyFrom(secret, 'addresses');
  return {
    originHash: (ip) => createHmac('sha256', addresses).update(addressGroup(ip)).digest(),
    ...proofOfWork(keyFrom(secret, 'proofs of work').toString('hex'), clock),
  };
}

function keyFrom(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'atelier', purpose, 32));
}
