import { Command } from 'commander';
import { giveNone } from './arguments/or-none.ts';
import { COMMANDS } from './commands.ts';
import type { Shell } from './shell.ts';

/** The command line, as far as these arguments go into it. */
export async function program(args: readonly string[], shell: Shell): Promise<Command> {
  const root = new Command('atelier')
    .description(
      'The studio calendar from a terminal: the same as in the browser, for operators and scripts.',
    )
    .helpCommand(true)
    .showHelpAfterError('(add --help for what this command takes)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(text),
    });
  giveNone(root);
  const asked = commandIn(args);
  for (const { name, says, load } of COMMANDS) {
    const command = root.command(name).description(says);
    if (name === asked) (await load())(command, shell);
  }
  return root;
}

/** `atelier help sync` is about `sync`. */
function commandIn(args: readonly string[]): string | undefined {
  const [first, second] = args.filter((arg) => !arg.startsWith('-'));
  return first === 'help' ? second : first;
}
