import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { MailSearch } from './mail-search.ts';

export type MailPlace = ReturnType<typeof useMailPlace>;

/** Where somebody is in their mail, and the ways from there. */
export function useMailPlace() {
  const search = useSearch({ from: '/app/mail' });
  const navigate = useNavigate();
  return useMemo(() => {
    const { thread, ...list } = search;
    const go = (next: MailSearch, replace = false) => void navigate({ to: '/mail', search: next, replace });
    return {
      search,
      thread,
      /** Another list, with nothing open. */
      toList: (next: MailSearch) => go(next),
      /** One that is open gives way to the next: going back leads to the list. */
      open: (id: string) => go({ ...list, thread: id }, thread !== undefined),
      close: () => go(list, true),
      filter: (unread: boolean) => go({ ...list, unread: unread || undefined }, true),
      find: (q: string) => go(q === '' ? {} : { q }, search.q !== undefined && q !== ''),
    };
  }, [search, navigate]);
}
