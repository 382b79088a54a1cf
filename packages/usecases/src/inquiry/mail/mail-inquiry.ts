import { listArtists } from '@atelier/database/booking/artist-store';
import { listImages } from '@atelier/database/image/image-store';
import { insertInquiryLink } from '@atelier/database/inquiry/inquiry-link-store';
import type { InquiryRow } from '@atelier/database/inquiry/inquiry-store';
import type { MailAbout } from '@atelier/database/mail/mail-store';
import { everyReader, readersFor, type StudioReader } from '@atelier/database/people/readers';
import type { Transaction } from '@atelier/database/transaction';
import { nearestLanguage } from '@atelier/words/language';
import { replyAddress } from '../../booking/mail/reply-address.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { readStudio } from '../../studio/read-studio.ts';
import type { Studio } from '../../studio/studio.ts';
import { hashToken, newToken } from '../../tokens.ts';
import { inquiryAddress } from '../inquiry-address.ts';
import type { InquiryContext } from '../inquiry-context.ts';
import { type ClientInquiryMail, clientText, IDEA } from './client-text.ts';
import type { InquiryFacts, OfferedSession } from './inquiry-facts.ts';
import { type StudioInquiryMail, studioText } from './studio-text.ts';

/** Tells the client, once for this kind and version of the inquiry. The mail has a link of its own (B10). */
export async function mailInquiryClient(
  transaction: Transaction,
  context: InquiryContext,
  kind: ClientInquiryMail,
  inquiry: InquiryRow,
  sessions: readonly OfferedSession[] = [],
): Promise<void> {
  const facts = await factsOf(transaction, context, inquiry, sessions);
  const text = clientText(kind, facts);
  const holds = text.body.includes(`{${IDEA}}`);
  await queueMail(transaction, context, {
    once: `inquiry:${inquiry.id}:${kind}:v${inquiry.version}`,
    recipient: inquiry.clientEmail,
    replyTo: facts.replyTo,
    ...text,
    about: { ...aboutIdea(inquiry, 'client'), needsState: OFFERS.includes(kind) ? 'OFFERED' : null },
    links: holds ? { [IDEA]: linkTo(facts.studio, context, inquiry.id) } : {},
  });
}

/** Tells the artist, or everybody who may take the idea; each once for this kind and version. */
export async function mailInquiryStudio(
  transaction: Transaction,
  context: InquiryContext,
  kind: StudioInquiryMail,
  inquiry: InquiryRow,
): Promise<void> {
  const facts = await factsOf(transaction, context, inquiry, []);
  for (const { id, name, email, language } of await inquiryReaders(transaction, inquiry.artistId)) {
    await queueMail(transaction, context, {
      once: `inquiry:${inquiry.id}:studio-${kind}:v${inquiry.version}:${id}`,
      recipient: email,
      about: { ...aboutIdea(inquiry, 'studio'), needsState: kind === 'asked' ? 'OPEN' : null },
      ...studioText(kind, facts, { name, language: nearestLanguage(language ?? facts.studio.language) }),
    });
  }
}

/** Times that are on offer no more are not offered late. */
const OFFERS: readonly ClientInquiryMail[] = ['offered', 'offeredAgain'];

function aboutIdea({ id }: InquiryRow, reader: 'client' | 'studio'): MailAbout {
  return { thread: `inquiry:${id}:${reader}`, inquiryId: id };
}

async function factsOf(
  transaction: Transaction,
  context: InquiryContext,
  inquiry: InquiryRow,
  sessions: readonly OfferedSession[],
): Promise<InquiryFacts> {
  const { artistId, id } = inquiry;
  const studio = await readStudio(transaction, context);
  const [artist] = artistId === null ? [] : await listArtists(transaction, { ids: [artistId] });
  const images = (await listImages(transaction, { inquiryIds: [id] })).length;
  return {
    inquiry,
    artist: artist ?? null,
    zone: artist?.timeZone ?? studio.zone,
    sessions,
    images,
    studio,
    replyTo: await replyAddress(transaction, studio, artist ?? null),
  };
}

function linkTo({ url }: Studio, { clock }: InquiryContext, inquiryId: string) {
  const token = newToken();
  return {
    url: inquiryAddress(url, token),
    keep: (transaction: Transaction) =>
      insertInquiryLink(transaction, { tokenHash: hashToken(token), inquiryId }, clock()),
  };
}

/** Who is told of an idea: its artist; of one that nobody has taken, everybody who may take it or give it to somebody. */
async function inquiryReaders(
  transaction: Transaction,
  artistId: string | null,
): Promise<readonly StudioReader[]> {
  const [artist] = artistId === null ? [] : await listArtists(transaction, { ids: [artistId] });
  return artist ? readersFor(transaction, artist.userId) : everyReader(transaction);
}
