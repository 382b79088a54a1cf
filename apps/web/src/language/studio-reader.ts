import type { StudioWords } from '@atelier/words/studio/en';
import { createReading } from './reading.tsx';

export const { ReaderProvider, useReader } = createReading<StudioWords>();
