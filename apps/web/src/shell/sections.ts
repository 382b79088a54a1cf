import { Activity, CalendarDays, House, type LucideIcon, Plug, Users } from 'lucide-react';
import type { Role } from '../api/answers.ts';

export interface Section {
  readonly to: '/' | '/agenda' | '/connections' | '/health' | '/people';
  readonly name: 'dashboard' | 'agenda' | 'connections' | 'health' | 'people';
  readonly icon: LucideIcon;
  readonly adminOnly: boolean;
}

const SECTIONS: readonly Section[] = [
  { to: '/', name: 'dashboard', icon: House, adminOnly: false },
  { to: '/agenda', name: 'agenda', icon: CalendarDays, adminOnly: false },
  { to: '/connections', name: 'connections', icon: Plug, adminOnly: true },
  { to: '/health', name: 'health', icon: Activity, adminOnly: true },
  { to: '/people', name: 'people', icon: Users, adminOnly: true },
];

export function sectionsFor(role: Role): readonly Section[] {
  return SECTIONS.filter((section) => role === 'ADMIN' || !section.adminOnly);
}
