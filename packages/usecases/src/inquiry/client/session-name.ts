import { type MailLanguage, mailLanguage } from '../../mail-language.ts';

const NAMES: Readonly<Record<MailLanguage, (number: number, of: number) => string>> = {
  en: (number, of) => (of === 1 ? 'Tattoo session' : `Tattoo session ${number} of ${of}`),
  fr: (number, of) => (of === 1 ? 'Séance de tatouage' : `Séance de tatouage ${number} sur ${of}`),
};

/** What stands in the artist's calendar. @param language of the artist; null where nobody has said. */
export function sessionName(language: string | null, number: number, of: number): string {
  return NAMES[mailLanguage(language)](number, of);
}
