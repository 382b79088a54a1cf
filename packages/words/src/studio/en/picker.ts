import type { Counted, Told } from '../../words.ts';

export const picker = {
  date: 'Date',
  days: 'Days to choose from',
  weekBefore: 'A week earlier',
  weekAfter: 'A week later',
  dayFree: ({ count, month }: Counted & Told<'month'>) =>
    count === 1 ? `${month}, ${count} free time` : `${month}, ${count} free times`,
  free: 'Free times',
  noneFree: 'No free time on this day.',
  unverified: 'A calendar cannot be asked right now, so these times are not certain.',
  time: 'Time',
  otherTime: 'Or any other time',
  timeHint: 'Such as 14:30, 14h30 or 2 pm.',
  unreadable: 'This is not a time. Write it as 14:30.',
  skipped: 'The clocks skip this time on that day.',
  choose: 'Choose a time.',
  notOffered: 'Clients are not offered this time; you may still take it.',
  takenHint: 'It will be refused while something else stands there.',
};

/** Why a time is not offered to clients. */
export const reasons = {
  CLOSED: 'Outside the opening hours',
  OFFGRID: 'No start lies there: clients are offered the starts of the grid only',
  BUSY: 'Something else is in the calendar, or the time is booked',
  BUFFER: 'Too close to another appointment: the time kept free around it is missing',
  NOTICE: 'Too soon: it lies within the minimum notice, or in the past',
  HORIZON: 'Too far ahead: later than may be booked',
  LIMIT: 'The daily limit of appointments is reached',
  HELD: 'Somebody is just filling in the form for this time',
  INACTIVE: 'This artist or this service cannot be booked',
};

export const images = {
  nth: ({ number, total, name }: Counted<'number' | 'total'> & Told<'name'>) =>
    `Picture ${number} of ${total} from ${name}`,
  open: ({ image }: Told<'image'>) => `Open ${image}`,
  before: 'Previous',
  after: 'Next',
  failed: 'Cannot be shown',
};
