import type { StudioWords } from '@atelier/words/studio/en';
import type { ComponentType } from 'react';
import type { Temporal } from 'temporal-polyfill';
import type { Me, Role } from '../../api/answers.ts';
import { CalendarsCard } from '../calendars-card.tsx';
import { GlanceCard } from '../glance-card.tsx';
import { NextEvents } from '../next-events.tsx';
import { WaitingCard } from '../waiting-card.tsx';
import { MailCard } from './mail-card.tsx';
import { NewsCard } from './news-card.tsx';
import { WaitsCard } from './waits-card.tsx';
import { WeekCard } from './week-card.tsx';

/** What every widget is told of the day. */
export interface WidgetProps {
  /** IANA name. */
  readonly zone: string;
  readonly now: Date;
  readonly today: Temporal.PlainDate;
}

export interface Widget {
  /** Kept for each person: one that is given up is never used again for another. */
  readonly id: keyof StudioWords['dashboard']['widgets'];
  readonly roles: readonly Role[];
  /** A list wants room, a glance does not. */
  readonly size: 'wide' | 'narrow';
  readonly component: ComponentType<WidgetProps>;
  /** Only for who reads a mailbox. */
  readonly ofMail?: true;
}

const EVERYONE: readonly Role[] = ['ADMIN', 'STAFF', 'ARTIST'];

/** In the order in which they come. Whatever has something to say on the first page joins here. */
const WIDGETS: readonly Widget[] = [
  { id: 'requests', roles: EVERYONE, size: 'wide', component: WaitingCard },
  { id: 'next', roles: EVERYONE, size: 'wide', component: NextEvents },
  { id: 'waits', roles: EVERYONE, size: 'narrow', component: WaitsCard },
  { id: 'today', roles: EVERYONE, size: 'narrow', component: GlanceCard },
  { id: 'figures', roles: EVERYONE, size: 'narrow', component: WeekCard },
  { id: 'health', roles: EVERYONE, size: 'narrow', component: CalendarsCard },
  { id: 'mail', roles: EVERYONE, size: 'narrow', component: MailCard, ofMail: true },
  { id: 'news', roles: EVERYONE, size: 'narrow', component: NewsCard },
];

export function widgetsFor({ role, mailboxes }: Me): readonly Widget[] {
  return WIDGETS.filter(({ roles, ofMail }) => roles.includes(role) && (!ofMail || mailboxes > 0));
}
