import { useTranslation } from 'react-i18next';
import { Segments } from '../ui/controls/segments.tsx';
import { LANGUAGE_NAMES, LANGUAGES, languageOf } from './language.ts';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <Segments
      label={t('shell.language')}
      value={languageOf(i18n.language, [])}
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      onChange={(language) => void i18n.changeLanguage(language)}
    />
  );
}
