import { addressOf, oneOf } from '../../address/address-part.ts';

export const ARTIST_SECTIONS = ['profile', 'calendars', 'services', 'hours', 'rules', 'explain'] as const;
export type ArtistSectionName = (typeof ARTIST_SECTIONS)[number];

export const artistSearch = addressOf({ section: oneOf(ARTIST_SECTIONS) });
