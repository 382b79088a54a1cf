import {
  Activity,
  BookOpenCheck,
  CalendarDays,
  House,
  Inbox,
  Lightbulb,
  ListTodo,
  type LucideIcon,
  Mail,
  Plug,
  Store,
  Users,
} from 'lucide-react';
import type { Role } from '../api/answers.ts';

export interface Section {
  readonly to:
    | '/'
    | '/waiting'
    | '/agenda'
    | '/bookings'
    | '/inquiries'
    | '/studio'
    | '/connections'
    | '/health'
    | '/people'
    | '/mail'
    | '/mails';
  readonly name:
    | 'dashboard'
    | 'waits'
    | 'agenda'
    | 'bookings'
    | 'inquiries'
    | 'studio'
    | 'connections'
    | 'myCalendars'
    | 'health'
    | 'people'
    | 'mailbox'
    | 'mails';
  readonly icon: LucideIcon;
  readonly roles: readonly Role[];
}

const EVERYONE: readonly Role[] = ['ADMIN', 'STAFF', 'ARTIST'];
const ADMIN: readonly Role[] = ['ADMIN'];

const SECTIONS: readonly Section[] = [
  { to: '/', name: 'dashboard', icon: House, roles: EVERYONE },
  { to: '/waiting', name: 'waits', icon: ListTodo, roles: EVERYONE },
  { to: '/agenda', name: 'agenda', icon: CalendarDays, roles: EVERYONE },
  { to: '/bookings', name: 'bookings', icon: BookOpenCheck, roles: EVERYONE },
  { to: '/inquiries', name: 'inquiries', icon: Lightbulb, roles: EVERYONE },
  // Everybody may connect a mailbox of their own.
  { to: '/mail', name: 'mailbox', icon: Inbox, roles: EVERYONE },
  // An artist sets what they offer; the front desk works with it.
  { to: '/studio', name: 'studio', icon: Store, roles: ['ADMIN', 'ARTIST'] },
  { to: '/connections', name: 'connections', icon: Plug, roles: ADMIN },
  { to: '/connections', name: 'myCalendars', icon: Plug, roles: ['STAFF', 'ARTIST'] },
  { to: '/health', name: 'health', icon: Activity, roles: ADMIN },
  { to: '/people', name: 'people', icon: Users, roles: ADMIN },
  { to: '/mails', name: 'mails', icon: Mail, roles: ADMIN },
];

export function sectionsFor(role: Role): readonly Section[] {
  return SECTIONS.filter(({ roles }) => roles.includes(role));
}

/** As many as fit side by side at the bottom of a phone, 360 px wide, with their words. */
const AT_THE_BOTTOM = 5;

/** What stands at the bottom of a phone, and what waits behind "more". */
export function bottomSections(role: Role): {
  readonly shown: readonly Section[];
  readonly more: readonly Section[];
} {
  const sections = sectionsFor(role);
  const fits = sections.length <= AT_THE_BOTTOM ? sections.length : AT_THE_BOTTOM - 1;
  return { shown: sections.slice(0, fits), more: sections.slice(fits) };
}
