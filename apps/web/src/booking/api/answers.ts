import type { AppRouter } from '@atelier/api/trpc/app-router';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Answers = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;

export type StudioOffer = Answers['booking']['studio'];
export type BookableArtist = StudioOffer['artists'][number];
export type OfferedService = BookableArtist['services'][number];
export type Question = OfferedService['questions'][number];
export type Day = Answers['booking']['slots']['days'][number];
export type Slot = Day['slots'][number];
/** Why a time that was free is not any more; null where that was not told. */
export type WhyGone = Extract<WatchedSlots, { kind: 'days' }>['gone'][number]['why'];
export type WatchedSlots = Answers['booking']['watchSlots'] extends AsyncIterable<infer News> ? News : never;
/** Why a time cannot be had. */
export type WhyTaken = NonNullable<Answers['booking']['check']['reason']>;
export type HoldAnswer = Answers['booking']['hold'];
export type Challenge = Answers['booking']['challenge'];
export type SubmitInput = Inputs['booking']['submit'];
export type SubmitAnswer = Answers['booking']['submit'];
export type ClientBooking = Answers['manage']['see'];
export type InquiryInput = Inputs['inquiry']['send'];
export type SentInquiry = Answers['inquiry']['send'];
export type ClientInquiry = Answers['inquiry']['see'];
