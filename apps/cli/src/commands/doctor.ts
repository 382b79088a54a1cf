import { ConfigError, readConfig } from '@atelier/runtime/config';
import { openServices } from '@atelier/runtime/services';
import { examine, type Finding } from '@atelier/usecases/examine';
import type { Command } from 'commander';
import { run } from '../run.ts';

const MARKS: Readonly<Record<Finding['status'], string>> = { ok: 'ok', warning: 'look', error: 'WRONG' };

export function doctorCommand(root: Command): void {
  root
    .command('doctor')
    .description('check environment, database, clock and connections, and say what to do')
    .option('--json', 'print one JSON document')
    .action((options: { json?: boolean }) =>
      run(options.json, async (output) => {
        const findings = await diagnose();
        const ok = findings.every(({ status }) => status !== 'error');
        output.answer({ ok, findings }, () =>
          findings
            .map(
              ({ status, check, message, hint }) =>
                `${MARKS[status].padEnd(6)}${check.padEnd(14)}${message}${hint ? `\n${' '.repeat(20)}${hint}` : ''}`,
            )
            .join('\n'),
        );
        if (!ok) process.exitCode = 1;
      }),
    );
}

/** What is wrong with the machine comes first: without it nothing behind it can be looked at. */
async function diagnose(): Promise<readonly Finding[]> {
  const node: Finding =
    typeof Temporal === 'undefined'
      ? {
          check: 'node',
          status: 'error',
          message: `Node ${process.version} is too old.`,
          hint: 'Run it through pnpm, which brings the pinned one.',
        }
      : { check: 'node', status: 'ok', message: `Node ${process.version}.` };
  try {
    const config = readConfig({ ATELIER_LOG_LEVEL: 'warn', ...process.env });
    const where = config.databaseUrl === null ? `embedded, in ${config.home}` : 'from DATABASE_URL';
    const settings: Finding = {
      check: 'settings',
      status: 'ok',
      message: `All settings are readable; the database is ${where}.`,
    };
    await using services = await openServices(config, 'doctor');
    return [node, settings, ...(await examine(services.context))];
  } catch (error) {
    const check = error instanceof ConfigError ? 'settings' : 'database';
    const hint =
      error instanceof ConfigError
        ? undefined
        : 'Check DATABASE_URL, or leave it out to use the embedded one.';
    const message = error instanceof Error ? error.message : String(error);
    return [node, { check, status: 'error', message, ...(hint === undefined ? {} : { hint }) }];
  }
}
