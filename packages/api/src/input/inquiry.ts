import { z } from 'zod';
import { instant, whole } from './instant.ts';

/** The exact bounds, and their words, are the use cases'; these only keep out what nobody types. */
const text = (most: number) => z.string().max(most);
const token = text(200).min(1);

export const clientInput = z.object({
  name: text(200),
  email: text(300),
  phone: text(60).nullish(),
});

export const sendInquiryInput = z.object({
  /** Chosen by the page, so that sending twice makes one inquiry. */
  key: z.uuid(),
  artist: text(60).min(1),
  idea: text(8_000),
  placement: text(400).nullish(),
  size: text(400).nullish(),
  style: text(400).nullish(),
  budget: text(400).nullish(),
  preferredDays: text(400).nullish(),
  client: clientInput,
  zone: text(80).nullish(),
  language: z.enum(['en', 'fr']),
  images: z.array(token).max(20).optional(),
  /** No person sees this field. */
  website: text(2_000).nullish(),
  proof: text(4_000).nullish(),
});

export const inquiryTokenInput = z.object({ token });
/** The same, and what the client library adds when it comes back. */
export const watchInquiryInput = inquiryTokenInput.extend({ lastEventId: z.string().max(40).nullish() });
export const pickInput = z.object({ token, offeredId: z.uuid() });

const STATES = ['OPEN', 'OFFERED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED'] as const;
const seen = { id: z.uuid(), version: whole };
const times = z.array(instant).max(50);

export const inquiriesInput = z
  .object({ states: z.array(z.enum(STATES)).max(STATES.length).optional() })
  .optional();
export const inquiryIdInput = z.object({ id: z.uuid() });
export const inquiryVersionInput = z.object(seen);
export const answerInquiryInput = z.object({
  ...seen,
  artist: text(60).min(1).optional(),
  quote: text(400).default(''),
  deposit: text(400).default(''),
  message: text(8_000).default(''),
  sessions: z.array(z.object({ minutes: z.number().min(0).max(100_000), times })).max(50),
});
export const offerTimesInput = z.object({
  ...seen,
  session: z.number().int().min(1).max(100),
  minutes: z.number().min(0).max(100_000),
  times,
});
export const declineInquiryInput = z.object({ ...seen, message: text(8_000).nullish() });
