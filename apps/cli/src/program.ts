import { Command } from 'commander';
import { accountCommands } from './commands/account.ts';
import { apiKeyCommands } from './commands/api-key.ts';
import { artistCommands } from './commands/artist.ts';
import { bookingCommands } from './commands/booking.ts';
import { calendarCommands } from './commands/calendar.ts';
import { chairCommands } from './commands/chair.ts';
import { closureCommands } from './commands/closure.ts';
import { conflictCommands } from './commands/conflicts.ts';
import { doctorCommand } from './commands/doctor.ts';
import { eventCommands } from './commands/events.ts';
import { fileCommands } from './commands/files.ts';
import { hoursCommands } from './commands/hours.ts';
import { icsCommands } from './commands/ics.ts';
import { inquiryCommands } from './commands/inquiry.ts';
import { jobCommands } from './commands/jobs.ts';
import { mailCommands } from './commands/mail.ts';
import { migrateCommand } from './commands/migrate.ts';
import { secretCommands } from './commands/secrets.ts';
import { serviceCommands } from './commands/service.ts';
import { studioCommands } from './commands/studio.ts';
import { syncCommand } from './commands/sync.ts';
import { userCommands } from './commands/user.ts';
import { giveNone } from './or-none.ts';

const WRONG_USAGE = 2;

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
    userCommands,
    accountCommands,
    calendarCommands,
    syncCommand,
    eventCommands,
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
