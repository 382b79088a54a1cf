import { Command } from 'commander';
import { expect, test } from 'vitest';
import { COMMANDS } from '../commands.ts';
import { program } from '../program.ts';
import { openTestShell } from '../testing/run-cli.ts';
import { giveNone, orNone } from './or-none.ts';
import { parseMinutes, parseWhole } from './parse-minutes.ts';

async function given(...words: string[]): Promise<unknown> {
  const options: unknown[] = [];
  const root = new Command('atelier').exitOverride().configureOutput({ writeErr: () => {} });
  giveNone(root);
  root
    .command('set')
    .option('--limit <count>', 'or none', orNone(parseWhole))
    .option('--notice <duration>', 'or none', orNone(parseMinutes))
    .action((found: unknown) => void options.push(found));
  await root.parseAsync(['node', 'atelier', 'set', ...words]);
  return options[0];
}

test.each([
  [['--limit', 'none'], { limit: null }],
  [['--limit', '3', '--notice=none'], { limit: 3, notice: null }],
  [['--notice', 'None'], { notice: null }],
  [['--notice', '2h'], { notice: 120 }],
  [[], {}],
])('“none” on the command line is no value: %j', async (words, expected) => {
  expect(await given(...words)).toEqual(expected);
});

test('what is neither a value nor none is wrong usage', async () => {
  await expect(given('--limit', 'many')).rejects.toThrow();
});

function every(command: Command): Command[] {
  return [command, ...command.commands.flatMap(every)];
}

/** Loads every command. */
const LONG = { timeout: 60_000 };

test('every option that says it takes none does', LONG, async () => {
  const { place } = openTestShell({}, '');
  const programs = await Promise.all(COMMANDS.map(({ name }) => program([name], { ...place, exitCode: 0 })));
  const options = programs.flatMap(every).flatMap((command) => command.options);
  const takers = options.filter(({ flags, description }) =>
    /\bnone\b/.test(`${flags} ${description}`.replace(/when none|chose none/, '')),
  );
  expect(takers.length).toBeGreaterThan(5);
  for (const { flags, parseArg, argChoices } of takers) {
    if (argChoices) expect(argChoices).toContain('none');
    else expect(parseArg?.('none', undefined as never), flags).not.toBeNull();
  }
});
