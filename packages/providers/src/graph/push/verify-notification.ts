import { listOf, textOfField } from '../../json.ts';
import { type HintChannel, type HintRequest, type HintVerdict, REFUSED } from '../../port/change-hints.ts';
import { isSame } from '../../same-text.ts';
import { isOf } from './subscription-id.ts';

/** No handshake is longer; what is longer is not given back. */
const LONGEST_GREETING = 2_048;
const TAKEN = { status: 202 };

/**
 * A handshake is answered with what it says, whenever it comes. News are believed by the secret that Microsoft was given
 * with the subscription, each for itself: several may come in one request, also of subscriptions that are no more.
 */
export function verifyNotification(request: HintRequest, channel: HintChannel): HintVerdict {
  if (request.method !== 'POST') return REFUSED;
  const greeting = request.query['validationToken'];
  if (typeof greeting === 'string')
    return greeting.length > LONGEST_GREETING
      ? REFUSED
      : { kind: 'greeted', answer: { status: 200, body: greeting } };
  const ours = newsIn(request.body).filter((one) => isSigned(one, channel));
  if (ours.length === 0) return REFUSED;
  const events = ours.map((one) => textOfField(one, 'lifecycleEvent'));
  if (events.includes('subscriptionRemoved')) return { kind: 'ended', answer: TAKEN };
  if (events.some((event) => event === null || event === 'missed'))
    return { kind: 'changed', hrefs: null, answer: TAKEN };
  return events.includes('reauthorizationRequired')
    ? { kind: 'to-renew', answer: TAKEN }
    : { kind: 'nothing', answer: TAKEN };
}

function isSigned(one: unknown, channel: HintChannel): boolean {
  const said = textOfField(one, 'clientState') ?? '';
  const id = textOfField(one, 'subscriptionId') ?? '';
  return isSame(said, String(channel.keys['secret'])) && isOf(channel, id);
}

function newsIn(body: Uint8Array): readonly unknown[] {
  try {
    const said: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return listOf(said, 'value');
  } catch {
    return [];
  }
}
