import type { ItemJob } from '@atelier/database/jobs/item-job';
import {
  dueNotices,
  markTold,
  type NoticeToSend,
  noticeToSend,
  removeDevice,
  settleNotice,
} from '@atelier/database/push/push-store';
import type { Context } from '../context.ts';
import { readStudio } from '../studio/read-studio.ts';
import { hashToken } from '../tokens.ts';
import { type KeyContext, pushKeys } from './push-keys.ts';
import type { Push } from './push-service.ts';

export type SendPushContext = KeyContext & Pick<Context, 'given'>;

/** Sooner than this one wants to know. */
const URGENT_MS = 15 * 60_000;

/** Hands one notice to the push service of its device. A device that is gone is forgotten, with all that waits for it. */
export const sendPush: ItemJob<SendPushContext> = {
  due: ({ database, clock }) => dueNotices(database, clock()),
  async work(context, id) {
    const { database, clock, push } = context;
    const notice = await noticeToSend(database, id);
    if (!notice) return;
    if (notice.validUntil <= clock()) return settleNotice(database, id, clock());
    const ending = await push.send(await pushOf(context, notice));
    if (ending === 'gone') {
      await removeDevice(database, notice.deviceId);
      return;
    }
    await settleNotice(database, id, clock());
    if (ending === 'sent') await markTold(database, notice.deviceId, clock());
  },
};

async function pushOf(context: SendPushContext, notice: NoticeToSend): Promise<Push> {
  const { id, title, body, path, once, validUntil, device } = notice;
  const { endpoint, p256dh, auth } = device;
  const left = validUntil.getTime() - context.clock().getTime();
  return {
    to: { endpoint, p256dh, auth },
    keys: await pushKeys(context),
    sender: senderOf((await readStudio(context.database, context)).url),
    text: JSON.stringify({ id, title, body, path }),
    seconds: Math.max(1, Math.floor(left / 1_000)),
    topic: hashToken(once).toString('base64url').slice(0, 32),
    urgent: once.startsWith('test:') || left <= URGENT_MS,
  };
}

/** Some services refuse a sender that is no public address. */
function senderOf(url: string): string {
  return url.startsWith('https://') ? url : 'mailto:notifications@example.com';
}
