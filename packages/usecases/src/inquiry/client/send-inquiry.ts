import { answerDue } from '@atelier/booking/state/inquiry-expiry';
import { listArtists } from '@atelier/database/booking/artist-store';
import { findAnswer, takeKey } from '@atelier/database/booking/idempotency-store';
import { insertInquiryLink } from '@atelier/database/inquiry/inquiry-link-store';
import { type InquiryRow, insertInquiry } from '@atelier/database/inquiry/inquiry-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { admit, spend } from '../../abuse/admit.ts';
import type { Origin } from '../../abuse/origin.ts';
import { type Keyed, keepSealed, keyedRequest, openSealed } from '../../answered-once.ts';
import { type ClientDetails, readClient, type TypedClient } from '../../booking/request/client-details.ts';
import { attachImages, wrongImages } from '../../image/attach-images.ts';
import { tellIdea } from '../../notify/tell-idea.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { isTimeZone } from '../../time-zone.ts';
import { hashToken, newToken } from '../../tokens.ts';
import { inquiryAddress } from '../inquiry-address.ts';
import type { InquiryContext } from '../inquiry-context.ts';
import { mailInquiryClient, mailInquiryStudio } from '../mail/mail-inquiry.ts';
import { type Idea, readIdea, type TypedIdea } from '../read-idea.ts';

export interface SendInquiry extends TypedIdea {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly client: TypedClient;
  /** IANA name. */
  readonly zone?: string | null | undefined;
  readonly language?: string | undefined;
  /** Tokens of uploads. */
  readonly images?: readonly string[] | undefined;
}

export interface SendContext extends InquiryContext {
  readonly origin: Origin | null;
}

/** What the client is answered; the token is told once, and only its hash is kept. */
export interface SentInquiry {
  readonly id: string;
  readonly token: string;
  readonly url: string;
}

type Kept = Pick<SentInquiry, 'id' | 'token'>;

/** Takes in an idea: once under one key, however often it is sent (B5). */
export async function sendInquiry(
  context: SendContext,
  input: SendInquiry,
  key: string,
): Promise<Outcome<SentInquiry>> {
  const keyed = keyedRequest(key, JSON.parse(JSON.stringify({ what: 'inquiry', ...input })));
  if (!keyed.ok) return keyed;
  const before = await findAnswer(context.database, key);
  const kept = before
    ? openSealed<Kept>(context, keyed.value, before)
    : await takeIn(context, input, keyed.value);
  if (!kept.ok) return kept;
  const { id, token } = kept.value;
  const { url } = await readStudio(context.database, context);
  return done({ id, token, url: inquiryAddress(url, token) });
}

async function takeIn(context: SendContext, input: SendInquiry, keyed: Keyed): Promise<Outcome<Kept>> {
  const client = readClient(input.client);
  if (!client.ok) return client;
  const idea = readIdea(input);
  if (!idea.ok) return idea;
  if (input.zone && !isTimeZone(input.zone))
    return refusedFor('invalid', 'no-zone', { zone: input.zone.slice(0, 60) });
  const artistId = await artistOf(context, input.artist);
  if (!artistId.ok) return artistId;
  const inquiry = newInquiry(context, input, client.value, idea.value, artistId.value);
  return transact(context.database, (transaction) => store(transaction, context, input, inquiry, keyed));
}

async function artistOf({ database }: SendContext, slug: string): Promise<Outcome<string | null>> {
  if (slug === 'any') return done(null);
  const [artist] = await listArtists(database, { slugs: [slug], activeOnly: true });
  if (artist) return done(artist.id);
  return refusedFor('not-found', 'no-ideas-taken');
}

function newInquiry(
  { newId, clock }: SendContext,
  { zone, language }: SendInquiry,
  client: ClientDetails,
  idea: Idea,
  artistId: string | null,
): InquiryRow {
  const now = clock();
  return {
    id: newId(),
    artistId,
    state: 'OPEN',
    clientName: client.name,
    clientEmail: client.email,
    clientPhone: client.phone,
    clientZone: zone ?? null,
    language: language ?? 'en',
    ...idea,
    quote: '',
    deposit: '',
    message: '',
    version: 1,
    expiresAt: new Date(answerDue(now.getTime())),
    createdAt: now,
    updatedAt: now,
  };
}

/** Everything that must be one: the limits, the idea, its pictures, its mails and the answer that is kept. */
async function store(
  transaction: Transaction,
  context: SendContext,
  { images }: SendInquiry,
  inquiry: InquiryRow,
  keyed: Keyed,
): Promise<Outcome<Kept>> {
  const { id, artistId, clientEmail: email, createdAt: now } = inquiry;
  const before = await takeKey(transaction, keyed.key);
  if (before) return openSealed<Kept>(context, keyed, before);
  const { origin } = context;
  const barred =
    (await admit(transaction, origin, { artistId, email, now })) ??
    (await wrongImages(transaction, images)) ??
    (await spend(transaction, origin));
  if (barred) return barred;
  await insertInquiry(transaction, inquiry, origin?.hash ?? null);
  const token = newToken();
  await insertInquiryLink(transaction, { tokenHash: hashToken(token), inquiryId: id }, now);
  await attachImages(transaction, { inquiryId: id }, images);
  await mailInquiryClient(transaction, context, 'received', inquiry);
  await mailInquiryStudio(transaction, context, 'asked', inquiry);
  await tellIdea(transaction, context, inquiry);
  transaction.announce({ topic: 'bookings', artistId });
  await keepSealed(transaction, context, keyed, { id, token });
  return done({ id, token });
}
