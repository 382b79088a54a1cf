import { EARLIEST_INSTANT, LATEST_INSTANT } from '@atelier/calendar/time/instant-range';
import { z } from 'zod';

/** Every instant that is taken in. */
export const instant = z.date().min(EARLIEST_INSTANT).max(LATEST_INSTANT);

/** What counts up, in a column of four octets. */
export const whole = z.number().int().min(0).max(2_147_483_647);
