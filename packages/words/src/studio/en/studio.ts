import type { Counted, Told } from '../../words.ts';

export const studio = {
  lead: 'Who can be booked, for what, and when.',
  ownLead: 'What clients can book with you, and when.',
  artists: 'Artists',
  addArtist: 'Add artist',
  addArtistLead: 'Whoever clients can book. Services and hours come next.',
  addSubmit: 'Add',
  added: ({ name }: Told<'name'>) => `${name} was added. Now add what can be booked.`,
  badSlug: 'Small letters, digits and hyphens, such as lea-mueller.',
  none: 'No artist yet',
  noneHint: 'Add whoever clients can book: an address of their own, a calendar, services and hours.',
  notYou: 'You are not set up as an artist',
  notYouHint: 'An admin of your studio can add you under Studio and choose your sign-in there.',
  inactive: 'Not bookable',
  bookable: 'Can be booked',
  notReady: 'Not ready yet',
  ready: {
    calendar: 'Calendar',
    services: 'Services',
    hours: 'Hours',
  },
  readyYes: 'set up',
  readyNo: 'still missing',
  serviceCount: ({ count }: Counted) => (count === 1 ? `${count} service` : `${count} services`),
  saved: 'Saved',
  settings: 'Settings of this artist',
  sections: {
    profile: 'Profile',
    calendars: 'Calendars',
    services: 'Services',
    hours: 'Hours',
    rules: 'Rules',
    explain: 'Why is a time missing?',
  },
};

export const share = {
  button: 'Share',
  page: 'Public page',
  of: ({ name }: Told<'name'>) => `Share the page of ${name}`,
  studio: 'the studio',
  title: ({ name }: Told<'name'>) => `Booking page of ${name}`,
  lead: 'Clients book here without signing in.',
  link: 'Address',
  embed: 'For a page of your own',
  embedHint: 'Paste this into your website where the booking should appear.',
  open: 'Open the page',
};

export const profile = {
  title: 'About the artist',
  lead: 'Clients see the name, the text and the picture.',
  picture: 'Picture',
  addPicture: 'Choose a picture',
  changePicture: 'Change',
  removePicture: 'Remove',
  pictureHint: 'JPEG, PNG, WebP or AVIF, up to 10 MB. It is cut to a square.',
  pictureSaved: 'The picture is stored.',
  pictureRemoved: 'The picture was removed.',
  pictureKept: 'The picture from before is kept.',
  pictureTooLarge: 'This picture is larger than 10 MB.',
  pictureUnreadable: 'This file cannot be read as a picture.',
  pictureTooMany: 'Too many pictures at once. Wait a moment and try again.',
  pictureFailed: 'The picture could not be stored.',
  name: 'Name',
  slug: 'Address',
  slugHint: 'Part of the public address; it stays, so that links stay.',
  bio: 'About',
  bioHint: 'Style, languages, what clients should know.',
  zone: 'Time zone',
  zoneHint: 'In which the working hours are meant, such as Europe/Zurich.',
  noZone: 'This time zone is not known. Write it as Europe/Zurich.',
  person: 'Signs in as',
  personHint: 'This person sees the artist’s bookings and sets what is on these pages.',
  nobody: 'Nobody',
  active: 'Can be booked',
  activeHint: 'Clients find this artist on the booking page.',
  inactiveHint: 'Clients do not find this artist. Bookings that stand are kept.',
};

export const artistCalendars = {
  receiving: 'Where bookings go',
  receivingLead:
    'Every request and appointment is written into this calendar. Changes made there, on the telephone for one, are followed here.',
  calendar: 'Calendar',
  none: 'No calendar',
  blocking: 'What blocks time',
  blockingLead: 'Clients are not offered times at which something stands in one of these calendars.',
  choose: 'Choose a calendar',
  receives: 'receives the bookings',
  unseen: 'A calendar of the studio',
  unseenBlocking: ({ count }: Counted) =>
    count === 1
      ? `${count} more calendar of the studio blocks time.`
      : `${count} more calendars of the studio block time.`,
  published:
    'Read from an address: what its publisher has not renewed yet, often for hours, does not block. It is asked again when somebody books.',
  noCalendars: 'No calendar is kept in step yet.',
  missing: 'Without a calendar nobody can book',
  missingHint: 'Choose the calendar that the bookings go into.',
};

export const chairs = {
  title: 'Chairs and rooms',
  lead: 'For services that need one: each is in use once at a time.',
  inUse: ({ name }: Told<'name'>) => `${name} is in use`,
  newName: 'Name of the new chair',
  example: 'Chair 1',
  add: 'Add',
};

export const closures = {
  title: 'The studio is closed',
  lead: 'On these days nobody can be booked.',
  none: 'No closed days.',
  from: 'First closed day',
  to: 'Last closed day',
  example: 'Reason, such as Christmas',
  add: 'Add',
  added: 'Stored. Booking pages show it at once.',
  remove: ({ when }: Told<'when'>) => `Open again: ${when}`,
};
