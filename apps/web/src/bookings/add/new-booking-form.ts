import { z } from 'zod';

/** What the dialog asks for; the exact bounds, and their words, are the server's. */
export const newBookingForm = z.object({
  artist: z.string().min(1),
  serviceId: z.string().min(1),
  start: z
    .date()
    .nullable()
    .refine((start) => start !== null),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  phone: z.string().trim().max(40),
  note: z.string().max(4_000),
  confirmed: z.boolean(),
  repeats: z.boolean(),
  weeks: z.coerce.number<string>().int().min(1).max(52),
  count: z.coerce.number<string>().int().min(2).max(52),
});

export type NewBookingTyped = z.input<typeof newBookingForm>;
export type NewBooking = z.output<typeof newBookingForm>;

export const BLANK_BOOKING: NewBookingTyped = {
  artist: '',
  serviceId: '',
  start: null,
  name: '',
  email: '',
  phone: '',
  note: '',
  confirmed: true,
  repeats: false,
  weeks: '2',
  count: '3',
};
