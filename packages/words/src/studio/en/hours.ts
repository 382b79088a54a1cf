import type { Counted, Told } from '../../words.ts';

export const hours = {
  week: 'Ordinary week',
  weekLead: ({ zone }: Told<'zone'>) => `Times of ${zone}. An end before the start lies on the next day.`,
  closed: 'Closed',
  open: 'Open',
  openOn: ({ day }: Told<'day'>) => `Open: ${day}`,
  addRangeTo: ({ day }: Told<'day'>) => `Add hours: ${day}`,
  fromOf: ({ day, number }: Counted<'number'> & Told<'day'>) => `${day}, from (${number})`,
  toOf: ({ day, number }: Counted<'number'> & Told<'day'>) => `${day}, until (${number})`,
  removeRange: ({ number, day }: Counted<'number'> & Told<'day'>) => `Remove hours ${number}: ${day}`,
  nextDay: ({ time }: Told<'time'>) => `until ${time} on the next day`,
  overlap: 'These hours overlap with others of this day; together they count as one.',
  unreadable: 'Write times as 09:00 or 17:30.',
  meetsEvening: 'The evening before reaches into these hours; the two count as one.',
  total: ({ length }: Told<'length'>) => `${length} a week`,
  copyFrom: ({ day }: Told<'day'>) => `Copy the hours: ${day}`,
  copyWorkdays: 'To Monday to Friday',
  copyAll: 'To the whole week',
  copyTo: ({ day }: Told<'day'>) => `To ${day}`,
  overrides: 'Single dates',
  overridesLead: 'They replace the ordinary week on that date. Without hours the date is closed.',
  noOverrides: 'No date differs.',
  addDate: 'Add a date',
  thatDate: 'this date',
  dateOf: ({ number }: Counted<'number'>) => `Date ${number}`,
  removeDate: ({ day }: Told<'day'>) => `Remove ${day}`,
  closures: 'Away',
  closuresLead: 'Holidays, conventions: nothing can be booked on these days, whatever else is said.',
  noClosures: 'No time away.',
  addClosure: 'Add time away',
  awayFrom: ({ number }: Counted<'number'>) => `Away ${number}, first day`,
  awayTo: ({ number }: Counted<'number'>) => `Away ${number}, last day`,
  awayReason: ({ number }: Counted<'number'>) => `Away ${number}, reason`,
  reason: 'Reason, for the studio only',
  removeClosure: ({ number }: Counted<'number'>) => `Remove away ${number}`,
  wrongOrder: 'The last day lies before the first.',
  blocked: 'Something cannot be read yet; it is marked above.',
  saved: 'The hours are stored. Booking pages show them at once.',
};

export const duration = {
  unreadable: ({ least, most }: Told<'least' | 'most'>) =>
    `Write a length from ${least} to ${most}, such as 2 h or 90 min.`,
};

export const rules = {
  confirm: 'Requests',
  autoConfirm: 'Confirm bookings at once',
  autoConfirmOn:
    'What clients book stands at once. In doubt, as when a calendar cannot be asked, it stays a request.',
  autoConfirmOff: 'What clients book is a request until somebody approves it.',
  when: 'What can be booked',
  whenLead: 'Write lengths as you say them: 2 h, 90 min, 3 days.',
  notice: 'Minimum notice',
  noticeHint: 'How long beforehand at least.',
  horizon: 'How far ahead',
  horizonHint: 'A bare number counts days.',
  interval: 'A start every',
  intervalHint: 'Counted from the beginning of the opening hours.',
  daily: 'At most a day',
  dailyHint: 'Appointments, requests included.',
  dailyWrong: 'A number from 1 to 100, or nothing.',
  noLimit: 'no limit',
  change: 'Changing one’s mind',
  changeLead: 'How long before an appointment clients may still move or cancel it by themselves.',
  cutOff: 'Until how long before',
  cutOffHint: 'Later they read how the studio is reached, as told under “About the studio”.',
  blocked: 'Something cannot be read yet; it is marked above.',
};

export const explain = {
  title: 'Why is a time missing?',
  lead: 'Every start of a day, and why clients are offered it or not. It shows what they see right now.',
  noServices: 'Add a service first.',
  closed: {
    studio: 'The whole studio is closed on this day.',
    away: 'The artist is away on this day.',
    date: 'This single date has no hours.',
    weekday: 'The artist is not open on this weekday.',
    rest: 'The hours of this day leave no start for it.',
  },
  offered: ({ count }: Counted) =>
    count === 1 ? 'Offered to clients' : `Offered to clients (${count} starts)`,
};
