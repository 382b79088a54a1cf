import { Command } from 'commander';
import { artistCommands } from './commands/booking/artist.ts';
import { bookingCommands } from './commands/booking/booking.ts';
import { chairCommands } from './commands/booking/chair.ts';
import { closureCommands } from './commands/booking/closure.ts';
import { hoursCommands } from './commands/booking/hours.ts';
import { inquiryCommands } from './commands/booking/inquiry.ts';
import { serviceCommands } from './commands/booking/service.ts';
import { accountCommands } from './commands/calendar/account.ts';
import { calendarCommands } from './commands/calendar/calendar.ts';
import { conflictCommands } from './commands/calendar/conflicts.ts';
import { eventCommands } from './commands/calendar/events.ts';
import { fileCommands } from './commands/calendar/files.ts';
import { icsCommands } from './commands/calendar/ics.ts';
import { pushCommands } from './commands/calendar/push.ts';
import { quickAddCommand } from './commands/calendar/quick-add.ts';
import { syncCommand } from './commands/calendar/sync.ts';
import { mailboxCommands } from './commands/mailbox/accounts.ts';
import { messageCommands } from './commands/mailbox/messages.ts';
import { outgoingCommands } from './commands/mailbox/outgoing.ts';
import { apiKeyCommands } from './commands/studio/api-key.ts';
import { groupCommands } from './commands/studio/group.ts';
import { noticeCommands } from './commands/studio/notices.ts';
import { secretCommands } from './commands/studio/secrets.ts';
import { studioCommands } from './commands/studio/studio.ts';
import { userCommands } from './commands/studio/user.ts';
import { backupCommands } from './commands/system/backup.ts';
import { doctorCommand } from './commands/system/doctor.ts';
import { jobCommands } from './commands/system/jobs.ts';
import { migrateCommand } from './commands/system/migrate.ts';
import { giveNone } from './or-none.ts';

const WRONG_USAGE = 2;

/** Mailboxes: what lies in them, and what leaves them. */
function mailCommands(root: Command): void {
  const mail = root.command('mail').description('mailboxes of people and of the studio');
  for (const add of [mailboxCommands, messageCommands, outgoingCommands]) add(mail);
}

/** The whole command line. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
export function program(): Command {
  const root = new Command('atelier')
    .description(
      'The studio calendar from a terminal: the same as in the browser, for operators and scripts.',
    )
    .helpCommand(true)
    .showHelpAfterError('(add --help for what this command takes)');
  const groups = [
    migrateCommand,
    backupCommands,
    userCommands,
    accountCommands,
    pushCommands,
    calendarCommands,
    groupCommands,
    syncCommand,
    eventCommands,
    quickAddCommand,
    conflictCommands,
    fileCommands,
    artistCommands,
    serviceCommands,
    hoursCommands,
    chairCommands,
    studioCommands,
    closureCommands,
    bookingCommands,
    inquiryCommands,
    icsCommands,
    mailCommands,
    noticeCommands,
    jobCommands,
    secretCommands,
    apiKeyCommands,
    doctorCommand,
  ];
  giveNone(root);
  for (const add of groups) add(root);
  exitWithUsageCode(root);
  return root;
}

/** Help and version end with 0 in commander; every other complaint is about usage. */
function exitWithUsageCode(command: Command): void {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE));
  for (const child of command.commands) exitWithUsageCode(child);
}
