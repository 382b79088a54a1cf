import { randomBytes } from 'node:crypto';
import type { ChangeHints, ChannelWish, HintCalendar } from '../../port/change-hints.ts';
import { type PushOutside, registerPush, removePush, renewPush, verifyPush } from './dav-push.ts';
import {
  areWebhooksOf,
  registerWebhooks,
  removeWebhooks,
  renewWebhooks,
  verifyWebhook,
} from './nextcloud-webhooks.ts';
import { pushOfferOf } from './push-offer.ts';
import { newPushKeys } from './web-push-message.ts';

/**
 * How CalDAV servers tell of changes: by WebDAV-Push, calendar by calendar, where they offer it; else, of a Nextcloud,
 * by its webhooks, if the account is an admin's.
 */
export function davHints(outside: PushOutside): ChangeHints {
  return {
    wishes,
    prepare: ({ means }) =>
      means === 'webhook' ? { secret: randomBytes(32).toString('base64url') } : { ...newPushKeys() },
    register: (access, channel) =>
      channel.means === 'webhook'
        ? registerWebhooks(outside, access, channel)
        : registerPush(outside, access, channel),
    renew: (access, channel) =>
      channel.means === 'webhook'
        ? renewWebhooks(outside, access, channel)
        : renewPush(outside, access, channel),
    suits: (channel) => channel.means !== 'webhook' || areWebhooksOf(channel),
    remove: (access, channel) =>
      channel.means === 'webhook'
        ? removeWebhooks(outside, access, channel)
        : removePush(outside, access, channel),
    verify: async (request, channel, now) =>
      channel.means === 'webhook' ? verifyWebhook(request, channel) : verifyPush(request, channel, now),
  };
}

function wishes(calendars: readonly HintCalendar[]): readonly ChannelWish[] {
  const pushing = calendars.filter(({ capabilities }) => pushOfferOf(capabilities) !== null);
  if (pushing.length > 0)
    return pushing.map(({ href }) => ({ means: 'webdav-push', calendarHref: href }) as const);
  const nextcloud = calendars.some(({ href }) => href.includes('/remote.php/dav/calendars/'));
  return nextcloud ? [{ means: 'webhook', calendarHref: null }] : [];
}
