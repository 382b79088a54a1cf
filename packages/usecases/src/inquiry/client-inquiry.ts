import type { InquiryState } from '@atelier/booking/state/inquiry-state';
import type { BookingState } from '@atelier/booking/state/step-rules';

/** An idea as its client sees it. */
export interface ClientInquiry {
  readonly state: InquiryState;
  /** Null until somebody of the studio takes it. */
  readonly artist: { readonly slug: string; readonly name: string } | null;
  /** IANA zone of the artist, or of the studio. */
  readonly zone: string;
  readonly idea: string;
  readonly placement: string;
  readonly size: string;
  readonly style: string;
  readonly budget: string;
  readonly preferredDays: string;
  /** How many pictures came with it. */
  readonly images: number;
  readonly client: { readonly name: string; readonly email: string; readonly phone: string | null };
  readonly quote: string;
  readonly deposit: string;
  /** What the artist wrote with the answer. */
  readonly message: string;
  readonly sessions: readonly InquirySession[];
  /** Until when it waits: for an answer, or for a choice. */
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

export interface InquirySession {
  /** From 1 on. */
  readonly number: number;
  readonly minutes: number;
  readonly offered: readonly OfferedTime[];
  /** The last one that came of it; null when none did. */
  readonly booking: SessionBooking | null;
}

export interface OfferedTime {
  readonly id: string;
  readonly start: Date;
  readonly end: Date;
  /** Whether it may be chosen at this moment. */
  readonly free: boolean;
}

export interface SessionBooking {
  readonly state: BookingState;
  readonly start: Date;
  readonly end: Date;
  readonly manageUrl: string;
}
