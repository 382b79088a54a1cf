import { useEffect, useEffectEvent, useRef } from 'react';
import { trpc } from '../api/trpc.ts';
import { storedLanguage } from '../language/stored-language.ts';
import { useReader } from '../language/studio-reader.ts';

/** Tells the server in which language this person reads, from the first sign-in on: their mails are in the same. */
export function useSpeak(userId: string | undefined): void {
  const { language } = useReader();
  const speak = trpc.people.speak.useMutation();
  const told = useRef<string | null>(null);
  const tell = useEffectEvent((spoken: typeof language) => {
    const before = told.current;
    told.current = spoken;
    // What the browser asks for counts until somebody chooses.
    speak.mutate({ language: spoken, chosen: before !== null || storedLanguage() !== null });
  });
  useEffect(() => {
    if (userId !== undefined) tell(language);
  }, [userId, language]);
}
