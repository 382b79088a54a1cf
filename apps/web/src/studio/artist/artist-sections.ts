import { z } from 'zod';

export const ARTIST_SECTIONS = ['profile', 'calendars', 'services', 'hours', 'rules', 'explain'] as const;
export type ArtistSectionName = (typeof ARTIST_SECTIONS)[number];

export const artistSearch = z.object({ section: z.enum(ARTIST_SECTIONS).optional().catch(undefined) });
