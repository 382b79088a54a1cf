import { LANGUAGE_NAMES, LANGUAGES } from '@atelier/words/language';
import { Segments } from '../ui/controls/segments.tsx';
import { useReader } from './studio-reader.ts';

export function LanguageSwitch() {
  const { words, language, speak } = useReader();
  return (
    <Segments
      label={words.shell.language}
      value={language}
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      onChange={speak}
    />
  );
}
