import { writeChoices } from '../../booking/url/choices.ts';
import { isCivilDate } from '../../time/civil/civil-date.ts';
import { dateIn } from '../../time/zone.ts';

export interface OfferedTimes {
  readonly lead: string;
  /** Where clients book: `https://studio.example`. */
  readonly origin: string;
  readonly artist: { readonly slug: string; readonly zone: string };
  readonly serviceId: string;
  readonly times: readonly { readonly start: Date; readonly said: string }[];
}

/** Times in a mail, each with the address at which it is chosen already. */
export function offerText({ lead, origin, artist, serviceId, times }: OfferedTimes): string {
  const lines = times.map(({ start, said }) => {
    const date = dateIn(start, artist.zone).toString();
    const choices = { service: serviceId, date: isCivilDate(date) ? date : null, time: start };
    return `• ${said}\n  ${origin}/book/${encodeURIComponent(artist.slug)}${writeChoices('', choices)}`;
  });
  return [lead, '', ...lines].join('\n');
}
