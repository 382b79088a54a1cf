import { useEffect, useRef } from 'react';

interface WhenRead {
  /** Saves at once, or as soon as what is typed has been read. */
  readonly ask: () => void;
  /** What is typed is another sentence now. */
  readonly forget: () => void;
}

/**
 * Enter right after the last letter is to do what all the letters ask for, also while grammar or calendars are still on
 * their way.
 * @param save null until there is something to save.
 */
export function useWhenRead(save: (() => void) | null): WhenRead {
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isAsked.current || !save) return;
    isAsked.current = false;
    save();
  }, [save]);
  const setAsked = (asked: boolean) => () => {
    isAsked.current = asked;
  };
  return { ask: save ?? setAsked(true), forget: setAsked(false) };
}
