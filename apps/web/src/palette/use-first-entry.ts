import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

const CHOOSABLE = '[cmdk-item]:not([data-disabled="true"])';
const CHOSEN = '[cmdk-item][data-selected="true"]';

/**
 * Which entry Enter does: the first, also while answers are still coming in, until somebody walks with the arrows or the
 * pointer. @param typed begins anew with every letter
 */
export function useFirstEntry(list: RefObject<HTMLElement | null>, typed: string) {
  const [value, setValue] = useState('');
  const walked = useRef(false);
  useEffect(() => {
    const root = list.current;
    if (!root) return;
    walked.current = false;
    const look = () => {
      if (walked.current && root.querySelector(CHOSEN)) return;
      setValue(root.querySelector(CHOOSABLE)?.getAttribute('data-value') ?? '');
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [list, typed]);
  return {
    value,
    /** cmdk chooses by itself as well, and nothing at all where entries are on their way. */
    choose: (next: string) => {
      if (next !== '' && walked.current) setValue(next);
    },
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (/^(?:Arrow|Home|End|Page)/.test(key)) walked.current = true;
    },
    onPointerMove: () => {
      walked.current = true;
    },
  };
}
