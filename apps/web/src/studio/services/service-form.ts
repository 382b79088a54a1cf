import { z } from 'zod';
import type { StudioService } from '../../api/answers.ts';
import { boundedDuration, DAY, durationText } from '../../time/duration.ts';

/** Least and most minutes of each. */
export const SERVICE_BOUNDS = {
  length: [5, DAY],
  buffer: [0, DAY],
  notice: [0, 365 * DAY],
} as const;

const within = (bounds: readonly [number, number]) =>
  z.string().refine((typed) => boundedDuration(typed, 1, bounds) !== null);

/** A service as it is typed; lengths are words such as `2 h`. */
export const serviceForm = z.object({
  name: z.string().trim().min(1).max(120),
  description: z.string().max(2_000),
  length: within(SERVICE_BOUNDS.length),
  before: within(SERVICE_BOUNDS.buffer),
  after: within(SERVICE_BOUNDS.buffer),
  price: z.string().trim().max(120),
  deposit: z.string().trim().max(120),
  /** As the artist's rule says, or one way or the other. */
  confirms: z.enum(['artist', 'yes', 'no']),
  /** Empty: as the artist's rule says. */
  notice: z
    .string()
    .refine((typed) => typed.trim() === '' || within(SERVICE_BOUNDS.notice).safeParse(typed).success),
  needsChair: z.boolean(),
  questions: z.array(
    z.object({ id: z.string(), label: z.string().trim().min(1).max(200), required: z.boolean() }),
  ),
});
export type ServiceTyped = z.infer<typeof serviceForm>;

const CONFIRMS = { artist: null, yes: true, no: false } as const;

/** @param service null for a new one @param locale BCP 47 */
export function serviceTyped(service: StudioService | null, locale: string): ServiceTyped {
  const length = (minutes: number) => durationText(minutes, locale);
  const confirms = service?.autoConfirm ?? null;
  const notice = service?.noticeMinutes ?? null;
  return {
    name: service?.name ?? '',
    description: service?.description ?? '',
    length: length(service?.minutes ?? 60),
    before: length(service?.bufferBefore ?? 0),
    after: length(service?.bufferAfter ?? 0),
    price: service?.price ?? '',
    deposit: service?.deposit ?? '',
    confirms: confirms === null ? 'artist' : confirms ? 'yes' : 'no',
    notice: notice === null ? '' : length(notice),
    needsChair: service?.needsChair ?? false,
    questions: service?.questions.map((question) => ({ ...question })) ?? [],
  };
}

/** What is stored of it. What was typed has been checked by `serviceForm`. */
export function serviceFields(typed: ServiceTyped) {
  const minutes = (text: string) => boundedDuration(text, 1, SERVICE_BOUNDS.notice) ?? 0;
  const { name, description, price, deposit, needsChair, questions } = typed;
  return {
    name,
    description,
    price,
    deposit,
    needsChair,
    questions,
    minutes: minutes(typed.length),
    bufferBefore: minutes(typed.before),
    bufferAfter: minutes(typed.after),
    autoConfirm: CONFIRMS[typed.confirms],
    noticeMinutes: typed.notice.trim() === '' ? null : minutes(typed.notice),
  };
}

/** The services that change their place when one goes up or down. */
export function swapped<Service extends { readonly id: string }>(
  services: readonly Service[],
  id: string,
  by: 1 | -1,
): readonly Service[] {
  const from = services.findIndex((service) => service.id === id);
  const to = from + by;
  const [moved, other] = [services[from], services[to]];
  return moved && other ? services.with(from, other).with(to, moved) : services;
}
