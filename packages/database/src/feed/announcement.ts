/** What has changed, in the words of whoever changed it. A null subject is: any of them. */
export type Announcement =
  /** What is in a calendar; between instants, where they are known. */
  | { readonly topic: 'events'; readonly calendarId: string | null; readonly from?: Date; readonly to?: Date }
  /** Calendars and connections themselves. */
  | { readonly topic: 'calendars'; readonly calendarId: string | null }
  /** Free times of an artist or a chair. */
  | { readonly topic: 'slots'; readonly artistId: string | null; readonly from?: Date; readonly to?: Date }
  /** Bookings, inquiries and what an artist offers, as the studio sees them. */
  | { readonly topic: 'bookings'; readonly artistId: string | null }
  /** What the studio says of itself. */
  | { readonly topic: 'studio' }
  /** Who signs in. */
  | { readonly topic: 'people' }
  /** What somebody is and may, to themselves. */
  | { readonly topic: 'self'; readonly userId: string }
  /** What is in a mailbox, or is on its way out of it, and the mailbox itself. */
  | { readonly topic: 'mail'; readonly accountId: string }
  /** What feeds publish, and the feeds themselves; of those of one person, to them alone. Null: everybody's. */
  | { readonly topic: 'news'; readonly userId: string | null }
  /** Work that went wrong for good, or goes on again. */
  | { readonly topic: 'jobs' };

export type Topic = Announcement['topic'];

/** Who may hear of a change. */
export type Audience =
  /** Whoever may see this calendar. */
  | { readonly kind: 'CALENDAR'; readonly id: string }
  /** Whoever reads this mailbox. */
  | { readonly kind: 'MAILBOX'; readonly id: string }
  /** One person alone. */
  | { readonly kind: 'PERSON'; readonly id: string }
  /** Everybody who is signed in. */
  | { readonly kind: 'STUDIO' }
  | { readonly kind: 'ADMINS' }
  /** Anybody: pages without sign-in, and those of the studio. */
  | { readonly kind: 'VISITORS' };

export function audienceOf(announcement: Announcement): Audience {
  switch (announcement.topic) {
    case 'events':
    case 'calendars':
      return announcement.calendarId === null
        ? { kind: 'STUDIO' }
        : { kind: 'CALENDAR', id: announcement.calendarId };
    case 'slots':
      return { kind: 'VISITORS' };
    case 'bookings':
    case 'studio':
      return { kind: 'STUDIO' };
    case 'people':
    case 'jobs':
      return { kind: 'ADMINS' };
    case 'mail':
      return { kind: 'MAILBOX', id: announcement.accountId };
    case 'news':
      return announcement.userId === null ? { kind: 'STUDIO' } : { kind: 'PERSON', id: announcement.userId };
    case 'self':
      return { kind: 'PERSON', id: announcement.userId };
  }
}

/** The id of what it is about. */
export function subjectOf(announcement: Announcement): string | null {
  if ('calendarId' in announcement) return announcement.calendarId;
  if ('artistId' in announcement) return announcement.artistId;
  if ('accountId' in announcement) return announcement.accountId;
  return 'userId' in announcement ? announcement.userId : null;
}
