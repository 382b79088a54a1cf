import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@atelier/words/language';
import { classNames } from '../../ui/class-names.ts';
import { useReader } from '../language/reader.ts';
import { withLanguage } from '../language/with-language.ts';
import { go } from '../url/location.ts';

export function LanguageSwitch() {
  const { language, words, speak } = useReader();
  const choose = (next: Language) => {
    go(`${location.pathname}${withLanguage(location.search, next)}`, { replace: true });
    speak(next);
  };
  return (
    <div role="group" aria-label={words.common.language} className="flex gap-0.5">
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          aria-label={`${one.toUpperCase()} ${LANGUAGE_NAMES[one]}`}
          onClick={() => choose(one)}
          className={classNames(
            'h-9 min-w-10 rounded-lg px-2 text-[13px] font-medium uppercase transition-colors hover:bg-sunken',
            one === language ? 'text-ink underline decoration-2 underline-offset-4' : 'text-soft',
          )}
        >
          {one}
        </button>
      ))}
    </div>
  );
}
