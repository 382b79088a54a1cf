import type { Queryable } from '@atelier/database/database';
import { findStudio } from '@atelier/database/studio/studio-store';
import type { Context } from '../context.ts';
import { type Studio, studioOf } from './studio.ts';

/**
 * What is known of the studio, read each time: whichever process somebody has told it, all others say the same from
 * the next mail on.
 */
export async function readStudio(source: Queryable, { given }: Pick<Context, 'given'>): Promise<Studio> {
  return studioOf(await findStudio(source), given);
}
