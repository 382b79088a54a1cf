import type { CalendarStore, StoredUser } from '../store/calendar-store.ts';

/**
 * Reads Basic credentials. `echo` is Infomaniak's habit in one reading of the facts: any name goes with a
 * password that somebody has, is echoed as the principal, and then nothing is found under it.
 */
export function authenticate(
  store: Pick<CalendarStore, 'users'>,
  header: string | undefined,
  names: 'strict' | 'echo',
): StoredUser | null {
  const encoded = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [, name = '', password = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  const user = store.users.get(name);
  if (user) return user.password === password || user.appPasswords.has(password) ? user : null;
  const isKnown = [...store.users.values()].some((other) => other.password === password);
  if (names === 'strict' || !isKnown) return null;
  return { name, password, displayName: name, appPasswords: new Set(), calendars: new Map() };
}
