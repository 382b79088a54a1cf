import { ANSWERS, type Answer } from '@atelier/calendar/invitation/invitation';
import { OPERATOR } from '@atelier/usecases/actor';
import {
  type AnsweredInvitation,
  answerInvitation,
} from '@atelier/usecases/mailbox/invitation/answer-invitation';
import { readStudio } from '@atelier/usecases/studio/read-studio';
import { type Command, Option } from 'commander';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { anyId } from './any-id.ts';
import { eventOfMail } from './event-of-mail.ts';
import { sendNow } from './outgoing.ts';

interface AnswerOptions {
  readonly accept?: boolean;
  readonly tentative?: boolean;
  readonly decline?: boolean;
  readonly calendar?: string;
  readonly json?: boolean;
}

/** Messages about events. */
export function invitationCommands(mail: Command, shell: Shell): void {
  mail
    .command('answer <id>')
    .description('answer the invitation in a message: into the calendar, and to the organizer, once')
    .addOption(new Option('--accept', 'yes').conflicts(['tentative', 'decline']))
    .addOption(new Option('--tentative', 'perhaps').conflicts(['accept', 'decline']))
    .addOption(new Option('--decline', 'no').conflicts(['accept', 'tentative']))
    .option('--calendar <id>', 'where it is put; the most fitting one when left out')
    .option('--json', 'print one JSON document')
    .action((id: string, options: AnswerOptions, command: Command) => {
      const answer = answerOf(options);
      if (answer === null)
        return command.error('error: say --accept, --tentative or --decline', { exitCode: 2 });
      return runWithServices(shell, options.json, async ({ context }, output) => {
        const { language } = await readStudio(context.database, context);
        const calendarId = options.calendar === undefined ? null : anyId(options.calendar);
        const said = { id: anyId(id), answer, calendarId, comment: '', language };
        const answered = expectDone(await answerInvitation(context, OPERATOR, said));
        // No worker may be there; whoever runs a command waits for it.
        if (answered.mailId !== null) await sendNow(context, answered.mailId);
        else if (answered.calendarId !== null && !answered.already)
          await context.engine.runNow([answered.calendarId], { full: false });
        output.answer({ id, ...answered }, spoken(answered));
      });
    });
  eventCommand(mail, shell);
}

function eventCommand(mail: Command, shell: Shell): void {
  mail
    .command('event <id>')
    .description('make an event of a message: its title and the first day that it names')
    .requiredOption('--calendar <id>', 'where it is made')
    .option('--json', 'print one JSON document')
    .action((id: string, { calendar, json }: { calendar: string; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const calendarId = anyId(calendar);
        const made = expectDone(await eventOfMail(context, { id: anyId(id), calendarId }));
        const { title, start, end } = made;
        output.answer(made, `Made “${title}”, ${start.replace('T', ' ')} to ${end.replace('T', ' ')}.`);
      }),
    );
}

function answerOf({ accept, tentative, decline }: AnswerOptions): Answer | null {
  const given = [accept, tentative, decline].findIndex(Boolean);
  return ANSWERS[given] ?? null;
}

function spoken({ answer, way, already }: AnsweredInvitation): string {
  if (already) return `It was ${answer} before; nothing leaves a second time.`;
  return `${answer}; the organizer is told by ${way === 'mail' ? 'a mail' : 'the calendar’s server'}.`;
}
