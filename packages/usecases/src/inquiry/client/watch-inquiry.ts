import type { ChangeHub } from '@atelier/database/feed/change-hub';
import { watchLink } from '../../booking/live/watch-link.ts';
import type { Outcome } from '../../outcome.ts';
import type { ClientInquiry } from '../client-inquiry.ts';
import type { InquiryContext } from '../inquiry-context.ts';
import { seeInquiry } from './see-inquiry.ts';

type Asked = InquiryContext & { readonly hub: Pick<ChangeHub, 'subscribe'> };

/** The idea behind a link as it is, and as it becomes: answered, and its times free or taken (I6). */
export function watchInquiry(
  context: Asked,
  token: string,
  signal: AbortSignal,
): AsyncGenerator<Outcome<ClientInquiry>> {
  return watchLink(
    {
      hub: context.hub,
      see: () => seeInquiry(context, token),
      concerns: ({ topic }) => topic === 'bookings' || topic === 'slots',
    },
    signal,
  );
}
