import type { BookingWords } from '@atelier/words/booking/en';
import { createReading, type Reader as ReaderOf } from '../../language/reading.tsx';

export type Reader = ReaderOf<BookingWords>;

export const { ReaderProvider, useReader } = createReading<BookingWords>();
