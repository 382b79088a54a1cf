import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormats, type Formats } from '../time/formats.ts';
import { browserZone } from '../time/zone-name.ts';
import { formatLocaleOf, languageOf } from './language.ts';

/** How times, dates and numbers are written for this reader. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(
    () => createFormats(formatLocaleOf(languageOf(i18n.language, []), navigator.languages, browserZone())),
    [i18n.language],
  );
}
