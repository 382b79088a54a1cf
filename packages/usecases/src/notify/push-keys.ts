import { findPushKey, insertPushKey } from '@atelier/database/push/push-store';
import type { Context } from '../context.ts';
import type { PushKeys, PushService } from './push-service.ts';

export type KeyContext = Pick<Context, 'database' | 'secrets' | 'clock'> & { readonly push: PushService };

/** What the sealed key is bound to. */
export const ABOUT_PUSH_KEY = 'push-key';

/** The key of this installation, made when somebody first asks for it. All devices hang on it: it stays. */
export async function pushKeys({ database, secrets, clock, push }: KeyContext): Promise<PushKeys> {
  const kept = await findPushKey(database);
  if (!kept) {
    const { publicKey, privateKey } = push.newKeys();
    const sealed = secrets.seal(privateKey, ABOUT_PUSH_KEY);
    await insertPushKey(database, { publicKey, privateKey: sealed, createdAt: clock() });
  }
  const { publicKey, privateKey } = kept ?? (await findPushKey(database)) ?? missing();
  return { publicKey, privateKey: secrets.open(privateKey, ABOUT_PUSH_KEY) };
}

function missing(): never {
  throw new Error('the key for notifications was not kept');
}
