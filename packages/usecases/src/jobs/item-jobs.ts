import type { ItemJobName } from '@atelier/database/jobs/enqueue-due';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import { rereadCalendars } from '@atelier/sync/mirror/reread';
import { rollHorizons } from '@atelier/sync/mirror/roll-horizons';
import { expireRequests } from '../booking/follow/expire-requests.ts';
import { followBookings } from '../booking/follow/follow-bookings.ts';
import { reverifyBookings } from '../booking/follow/reverify-bookings.ts';
import { remindClients } from '../booking/mail/remind-clients.ts';
import type { Context } from '../context.ts';
import { alertAdmins } from '../health/alert-admins.ts';
import { tendChannels } from '../hints/tend-channels.ts';
import { expireInquiries } from '../inquiry/studio/expire-inquiries.ts';
import { deliverMail, type Mailer } from '../mail/deliver-mail.ts';
import { fileSent } from '../mailbox/write/file-sent.ts';
import { sendOutgoing } from '../mailbox/write/send-outgoing.ts';
import type { PushService } from '../notify/push-service.ts';
import { sendPush } from '../notify/send-push.ts';
import type { Backups } from './back-up.ts';

export interface JobContext extends Context {
  readonly mailer: Mailer | null;
  readonly push: PushService;
  /** Null where none are made by themselves. */
  readonly backups: Backups | null;
}

/** What is done for one item each, and who finds the items. */
export const ITEM_JOBS: Readonly<Record<ItemJobName, ItemJob<JobContext>>> = {
  'deliver-mail': deliverMail,
  'expire-request': expireRequests,
  'expire-inquiry': expireInquiries,
  'follow-booking': followBookings,
  'reverify-booking': reverifyBookings,
  'remind-client': remindClients,
  'send-push': sendPush,
  'send-outgoing': sendOutgoing,
  'file-sent': fileSent,
  'alert-admins': alertAdmins,
  'roll-horizon': rollHorizons,
  'reread-calendar': rereadCalendars,
  'tend-hints': tendChannels,
};
