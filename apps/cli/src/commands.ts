import type { Command } from 'commander';
import type { Shell } from './shell.ts';

/** Says what a command takes, and what it does. */
type Describe = (command: Command, shell: Shell) => void;

interface Entry {
  readonly name: string;
  readonly says: string;
  readonly load: () => Promise<Describe>;
}

/** What can be asked for, in the order of the help. Only what is asked for is loaded: nobody waits for the rest. */
export const COMMANDS: readonly Entry[] = [
  {
    name: 'migrate',
    says: 'bring the database schema up to date',
    load: async () => (await import('./commands/system/migrate.ts')).migrateCommand,
  },
  {
    name: 'backup',
    says: 'write everything that the database holds into one file, while everybody goes on working',
    load: async () => (await import('./commands/system/backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    says: 'put a backup in the place of what the database holds; server and worker have to be stopped',
    load: async () => (await import('./commands/system/backup.ts')).restoreCommand,
  },
  {
    name: 'user',
    says: 'people of the studio',
    load: async () => (await import('./commands/studio/user.ts')).userCommands,
  },
  {
    name: 'connect',
    says: 'test an account, store it with its calendars',
    load: async () => (await import('./commands/calendar/account.ts')).connectCommand,
  },
  {
    name: 'test-connection',
    says: 'try an account step by step; stores nothing',
    load: async () => (await import('./commands/calendar/account.ts')).testCommand,
  },
  {
    name: 'connection',
    says: 'one account',
    load: async () => (await import('./commands/calendar/account.ts')).connectionCommands,
  },
  {
    name: 'connections',
    says: 'many accounts at once',
    load: async () => (await import('./commands/calendar/account.ts')).connectionsCommands,
  },
  {
    name: 'push',
    says: 'whether providers tell of changes at once',
    load: async () => (await import('./commands/calendar/push.ts')).pushCommands,
  },
  {
    name: 'calendars',
    says: 'every calendar with the state of its synchronisation',
    load: async () => (await import('./commands/calendar/calendar.ts')).calendarsCommand,
  },
  {
    name: 'calendar',
    says: 'one calendar',
    load: async () => (await import('./commands/calendar/calendar.ts')).calendarCommands,
  },
  {
    name: 'group',
    says: 'people who have calendars together',
    load: async () => (await import('./commands/studio/group.ts')).groupCommands,
  },
  {
    name: 'sync',
    says: 'bring calendars in step now, in this process',
    load: async () => (await import('./commands/calendar/sync.ts')).syncCommand,
  },
  {
    name: 'events',
    says: 'what is in a calendar',
    load: async () => (await import('./commands/calendar/events.ts')).eventCommands,
  },
  {
    name: 'quick-add',
    says: 'what a sentence such as “Session tomorrow 2pm for 3h @ Studio 2” would make',
    load: async () => (await import('./commands/calendar/quick-add.ts')).quickAddCommand,
  },
  {
    name: 'conflicts',
    says: 'what was changed on both sides',
    load: async () => (await import('./commands/calendar/conflicts.ts')).conflictCommands,
  },
  {
    name: 'waiting',
    says: 'what has not reached its provider yet',
    load: async () => (await import('./commands/calendar/conflicts.ts')).waitingCommands,
  },
  {
    name: 'deleted',
    says: 'what was deleted in the last 30 days',
    load: async () => (await import('./commands/calendar/conflicts.ts')).deletedCommands,
  },
  {
    name: 'export',
    says: 'one .ics file of everything in a calendar',
    load: async () => (await import('./commands/calendar/files.ts')).exportCommand,
  },
  {
    name: 'artist',
    says: 'who can be booked',
    load: async () => (await import('./commands/booking/artist.ts')).artistCommands,
  },
  {
    name: 'service',
    says: 'what artists offer',
    load: async () => (await import('./commands/booking/service.ts')).serviceCommands,
  },
  {
    name: 'hours',
    says: 'when artists work',
    load: async () => (await import('./commands/booking/hours.ts')).hoursCommands,
  },
  {
    name: 'chair',
    says: 'chairs and rooms',
    load: async () => (await import('./commands/booking/chair.ts')).chairCommands,
  },
  {
    name: 'studio',
    says: 'name, address, telephone, zone, language, mail',
    load: async () => (await import('./commands/studio/studio.ts')).studioCommands,
  },
  {
    name: 'closure',
    says: 'dates on which the whole studio is closed',
    load: async () => (await import('./commands/booking/closure.ts')).closureCommands,
  },
  {
    name: 'slots',
    says: 'free times of an artist, or of any',
    load: async () => (await import('./commands/booking/slots.ts')).slotsCommand,
  },
  {
    name: 'book',
    says: 'book a time for a client; with --count several sessions, all or none',
    load: async () => (await import('./commands/booking/book.ts')).bookCommand,
  },
  {
    name: 'booking',
    says: 'one booking',
    load: async () => (await import('./commands/booking/booking.ts')).bookingCommands,
  },
  {
    name: 'bookings',
    says: 'bookings of the studio',
    load: async () => (await import('./commands/booking/booking.ts')).bookingsCommands,
  },
  {
    name: 'inquiries',
    says: 'ideas that clients have described',
    load: async () => (await import('./commands/booking/inquiry.ts')).inquiryCommands,
  },
  {
    name: 'ics',
    says: 'iCalendar files',
    load: async () => (await import('./commands/calendar/ics.ts')).icsCommands,
  },
  {
    name: 'mail',
    says: 'mailboxes of people and of the studio',
    load: async () => (await import('./commands/mailbox/mail.ts')).mailCommands,
  },
  {
    name: 'notices',
    says: 'mail that the studio sends to clients and admins',
    load: async () => (await import('./commands/studio/notices.ts')).noticeCommands,
  },
  {
    name: 'feed',
    says: 'feeds of news that everybody in the studio sees',
    load: async () => (await import('./commands/studio/feed.ts')).feedCommands,
  },
  {
    name: 'jobs',
    says: 'what is done by itself, and could not be done',
    load: async () => (await import('./commands/system/jobs.ts')).jobCommands,
  },
  {
    name: 'secrets',
    says: 'encryption of stored passwords',
    load: async () => (await import('./commands/studio/secrets.ts')).secretCommands,
  },
  {
    name: 'api-key',
    says: 'access for scripts',
    load: async () => (await import('./commands/studio/api-key.ts')).apiKeyCommands,
  },
  {
    name: 'doctor',
    says: 'check environment, database, clock and connections, and say what to do',
    load: async () => (await import('./commands/system/doctor.ts')).doctorCommand,
  },
];
