import type { CalendarStore, StoredUser } from '../store/calendar-store.ts';
import type { StoredCalendar, StoredObject } from '../store/stored-calendar.ts';
import type { Layout, Target } from '../wire/layout.ts';

/** A target that exists and that this user may see. */
export type Place =
  | { readonly kind: 'collection'; readonly path: string }
  | { readonly kind: 'principal' }
  | { readonly kind: 'home' }
  | { readonly kind: 'calendar'; readonly calendar: StoredCalendar }
  | { readonly kind: 'object'; readonly calendar: StoredCalendar; readonly object: StoredObject };

/**
 * Looks a target up; `missing` and `forbidden` (another user's) are told apart, as sabre does.
 * A user whose name was merely echoed at the door is not in the store, and has nothing.
 */
export function findPlace(
  layout: Layout,
  store: CalendarStore,
  user: StoredUser,
  target: Target,
): Place | 'missing' | 'forbidden' {
  switch (target.kind) {
    case 'root':
      return { kind: 'collection', path: layout.root };
    case 'principals':
      return { kind: 'collection', path: layout.principals };
    case 'homes':
      return { kind: 'collection', path: layout.homes };
    case 'unknown':
    case 'well-known':
      return 'missing';
    default:
      if (target.user !== user.name) return 'forbidden';
      return store.users.has(user.name) ? ownPlace(user, target) : 'missing';
  }
}

function ownPlace(user: StoredUser, target: Extract<Target, { user: string }>): Place | 'missing' {
  if (target.kind === 'principal' || target.kind === 'home') return { kind: target.kind };
  const calendar = user.calendars.get(target.calendar);
  if (!calendar) return 'missing';
  if (target.kind === 'calendar') return { kind: 'calendar', calendar };
  const object = calendar.objects.get(target.name);
  return object ? { kind: 'object', calendar, object } : 'missing';
}
