import { stepBooking } from '@atelier/booking/state/booking-state';
import type { BookingState, Turn } from '@atelier/booking/state/step-rules';
import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { LinkParty } from '@atelier/database/booking/link-store';
import type { ServiceRow } from '@atelier/database/booking/service-store';
import type { StepRow } from '@atelier/database/booking/step-store';
import { lifeOf } from '../step/step-booking.ts';

/** A booking as whoever holds a link to it sees it. */
export interface ClientBooking {
  readonly party: LinkParty;
  readonly state: BookingState;
  readonly start: Date;
  readonly end: Date;
  /** IANA zone of the artist. */
  readonly zone: string;
  readonly artist: { readonly slug: string; readonly name: string };
  readonly service: string;
  readonly serviceId: string | null;
  readonly price: string;
  readonly deposit: string;
  readonly note: string | null;
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  readonly client: { readonly name: string; readonly email: string; readonly phone: string | null };
  /** IANA zone; null where the client did not say. */
  readonly clientZone: string | null;
  readonly alternativeStart: Date | null;
  /** Until when a request waits for its answer. */
  readonly expiresAt: Date | null;
  readonly unverified: boolean;
  /** Who has the next word while it is a request; who did not answer where it has expired. */
  readonly turn: Turn;
  readonly version: number;
  readonly may: {
    readonly accept: boolean;
    readonly cancel: boolean;
    readonly reschedule: boolean;
    readonly approve: boolean;
    readonly decline: boolean;
  };
  /** Until when the client may cancel or move what is confirmed. */
  readonly cutOff: Date | null;
  /** The sessions that were booked together, this one among them; empty for one alone. In order of time. */
  readonly series: readonly {
    readonly start: Date;
    readonly end: Date;
    readonly state: BookingState;
    /** Opens this one, as the token that was used opens the other. */
    readonly token: string;
  }[];
  /** The artist's last words to the client. */
  readonly message: string | null;
  /** What has become of the mail that tells the client how it stands now; null where nothing is to be told. */
  readonly told: 'waiting' | 'sent' | 'unsent' | null;
  /** Who of the studio has answered, for the artist's side only; null where nobody who is signed in has. */
  readonly answeredBy: string | null;
}

/** What a view of a booking is made of. */
export interface SeenByLink {
  readonly party: LinkParty;
  readonly base: string;
  readonly booking: BookingRow;
  readonly artist: ArtistRow;
  /** Null when it is not offered any more, or there never was one. */
  readonly service: ServiceRow | null;
  /** In the order that numbers them. */
  readonly sessions: readonly BookingRow[];
  readonly steps: readonly StepRow[];
  readonly told: ClientBooking['told'];
  /** Name of whoever was signed in and answered last; null where nobody was. */
  readonly lastActor: string | null;
  readonly now: Date;
}

const MINUTE_MS = 60_000;

export function clientBooking(seen: SeenByLink): ClientBooking {
  const { party, booking, artist, steps } = seen;
  const { state, price, deposit, note, clientZone, alternativeStart, expiresAt, unverified, turn, version } =
    booking;
  const { clientName: name, clientEmail: email, clientPhone: phone } = booking;
  const cutOff = new Date(booking.startsAt.getTime() - artist.cutOffMinutes * MINUTE_MS);
  return {
    party,
    state,
    start: booking.startsAt,
    end: booking.endsAt,
    zone: artist.timeZone,
    artist: { slug: artist.slug, name: artist.name },
    service: booking.serviceName,
    serviceId: booking.serviceId,
    price,
    deposit,
    note,
    answers: Object.entries(booking.answers).map(([label, value]) => ({ label, value })),
    client: { name, email, phone },
    clientZone,
    alternativeStart,
    expiresAt,
    unverified,
    turn,
    version,
    may: mayDo(seen),
    cutOff: state === 'CONFIRMED' ? cutOff : null,
    series: seriesOf(seen),
    message: steps.findLast(({ party: by, detail }) => by === 'artist' && detail !== null)?.detail ?? null,
    told: seen.told,
    answeredBy: party === 'artist' ? seen.lastActor : null,
  };
}

/** What would be accepted now; asked of the same function that decides. */
function mayDo({ party, booking, artist, service, now }: SeenByLink): ClientBooking['may'] {
  const [start, end] = [booking.startsAt.getTime(), booking.endsAt.getTime()];
  const context = { now: now.getTime(), cutOff: artist.cutOffMinutes };
  const would = (step: Parameters<typeof stepBooking>[1]) => {
    const result = stepBooking(lifeOf(booking), step, context);
    return result.ok && result.outcome === 'changed';
  };
  const client = party === 'client';
  const elsewhere = { start: start + MINUTE_MS, end: end + MINUTE_MS };
  return {
    accept: client && booking.turn === 'CLIENT' && would({ action: 'accept', by: 'client' }),
    cancel: client && would({ action: 'cancel', by: 'client' }),
    reschedule:
      client &&
      isOffered(artist, service) &&
      now < booking.startsAt &&
      would({ action: 'reschedule', by: 'client', ...elsewhere }),
    approve: !client && would({ action: 'confirm', by: 'artist' }),
    decline: !client && would({ action: 'decline', by: 'artist' }),
  };
}

/** A client moves within what is offered; anything else is between them and the studio. */
export function isOffered(artist: ArtistRow, service: ServiceRow | null): service is ServiceRow {
  return artist.active && artist.calendarId !== null && service !== null && service.active;
}

function seriesOf({ sessions, base }: SeenByLink): ClientBooking['series'] {
  return sessions
    .map(({ startsAt, endsAt, state }, n) => ({
      start: startsAt,
      end: endsAt,
      state,
      token: `${base}.${n + 1}`,
    }))
    .sort((one, other) => one.start.getTime() - other.start.getTime());
}
