import type { Command } from 'commander';
import type { Shell } from '../../shell.ts';
import { mailboxCommands } from './accounts.ts';
import { invitationCommands } from './invitations.ts';
import { messageCommands } from './messages.ts';
import { outgoingCommands } from './outgoing.ts';

/** Mailboxes: what lies in them, and what leaves them. */
export function mailCommands(mail: Command, shell: Shell): void {
  for (const add of [mailboxCommands, messageCommands, outgoingCommands, invitationCommands])
    add(mail, shell);
}
