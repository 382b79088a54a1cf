import type { ECDH } from 'node:crypto';

interface Parameters {
  readonly version: 'aes128gcm';
  readonly privateKey: ECDH;
  /** Base64url. */
  readonly authSecret: string;
}

/** The library brings no types; tsconfig.base.json leads here. */
declare const ece: {
  /** @throws Error for what was not encrypted for this key. */
  decrypt(body: Buffer, parameters: Parameters): Buffer;
};
export default ece;
