import type { GuardedHttp } from '@atelier/providers/http/guarded-http';
import type { PushEnding, PushService } from '@atelier/usecases/notify/push-service';
import webPush from 'web-push';

const TOTAL_MS = 15_000;
const MOST_BYTES = 16_384;

/**
 * Push services of browsers (RFC 8030), over the guarded HTTP: where a device is reached is what somebody's browser says,
 * so it must not lead into the operator's own network.
 */
export function createWebPush(http: GuardedHttp): PushService {
  return {
    newKeys: () => webPush.generateVAPIDKeys(),
    async send({ to, keys, sender, text, seconds, topic, urgent }) {
      const { endpoint, p256dh, auth } = to;
      const asked = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
        vapidDetails: { subject: sender, ...keys },
        TTL: seconds,
        topic,
        urgency: urgent ? 'high' : 'normal',
        contentEncoding: 'aes128gcm',
      });
      const headers = Object.entries(asked.headers).map(([name, value]) => [
        name.toLowerCase(),
        String(value),
      ]);
      const answer = await http.send({
        method: 'POST',
        url: new URL(endpoint),
        headers: Object.fromEntries(headers),
        ...(asked.body && { bytes: asked.body }),
        maxBytes: MOST_BYTES,
        totalMs: TOTAL_MS,
      });
      answer.discard();
      return endingOf(answer.status);
    },
  };
}

/** @throws when it may work later. */
function endingOf(status: number): PushEnding {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) throw new Error(`the push service answered ${status}`);
  return 'refused';
}
