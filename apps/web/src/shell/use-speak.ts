import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../api/trpc.ts';
import { hasChosenLanguage } from '../i18n/i18n.ts';
import { languageOf } from '../i18n/language.ts';

/** Tells the server in which language this person reads, from the first sign-in on: their mails are in the same. */
export function useSpeak(userId: string | undefined): void {
  const { i18n } = useTranslation();
  const language = languageOf(i18n.language, []);
  const speak = trpc.people.speak.useMutation();
  const told = useRef<string | null>(null);
  const tell = useEffectEvent((spoken: typeof language) => {
    const before = told.current;
    told.current = spoken;
    // What the browser asks for counts until somebody chooses.
    speak.mutate({ language: spoken, chosen: before !== null || hasChosenLanguage() });
  });
  useEffect(() => {
    if (userId !== undefined) tell(language);
  }, [userId, language]);
}
