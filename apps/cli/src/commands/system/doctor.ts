import { statfs } from 'node:fs/promises';
import { factsOf, OAUTH_KINDS, type OAuthKind } from '@atelier/providers/kinds';
import { readConfig } from '@atelier/runtime/config/config';
import { inWords } from '@atelier/runtime/process/in-words';
import { openServices } from '@atelier/runtime/services';
import type { Context } from '@atelier/usecases/context';
import { examine } from '@atelier/usecases/health/examine';
import type { Finding } from '@atelier/usecases/health/finding';
import type { Command } from 'commander';
import { run } from '../../run.ts';
import type { Shell } from '../../shell.ts';

const MARKS: Readonly<Record<Finding['status'], string>> = { ok: 'ok', warning: 'look', error: 'WRONG' };

export function doctorCommand(doctor: Command, shell: Shell): void {
  doctor.option('--json', 'print one JSON document').action((options: { json?: boolean }) =>
    run(shell, options.json, async (output) => {
      const findings = await diagnose(shell);
      const ok = findings.every(({ status }) => status !== 'error');
      output.answer({ ok, findings }, () =>
        findings
          .map(
            ({ status, check, message, hint }) =>
              `${MARKS[status].padEnd(6)}${check.padEnd(14)}${message}${hint ? `\n${' '.repeat(20)}${hint}` : ''}`,
          )
          .join('\n'),
      );
      if (!ok) shell.exitCode = 1;
    }),
  );
}

/** What is wrong with the machine comes first: without it nothing behind it can be looked at. */
async function diagnose(shell: Shell): Promise<readonly Finding[]> {
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
    const config = readConfig({ ATELIER_LOG_LEVEL: 'warn', ...shell.env });
    const where = config.databaseUrl === null ? `embedded, in ${config.home}` : 'from DATABASE_URL';
    const settings: Finding = {
      check: 'settings',
      status: 'ok',
      message: `All settings are readable; the database is ${where}.`,
    };
    const room = config.databaseUrl === null ? await roomIn(config.home) : [];
    try {
      await using services = await openServices(config, 'doctor', { log: shell.stderr });
      return [node, settings, signIns(services.context), ...room, ...(await examine(services.context))];
    } catch (error) {
      const message = inWords(error);
      return [node, settings, ...room, { check: 'database', status: 'error', message }];
    }
  } catch (error) {
    return [node, { check: 'settings', status: 'error', message: inWords(error) }];
  }
}

/** Where people can sign in at the provider; what is not registered is no fault. */
function signIns({ signIns: { of } }: Context): Finding {
  const known = OAUTH_KINDS.filter((kind) => of(kind) !== null);
  const names = (kinds: readonly OAuthKind[]) =>
    kinds.map((kind) => factsOf(kind).signIn.provider).join(', ');
  const missing = OAUTH_KINDS.filter((kind) => of(kind) === null);
  const message = known.length === 0 ? 'Nobody can sign in at a provider.' : `Registered at ${names(known)}.`;
  const hint = `Not registered at ${names(missing)}: the operator guide has the steps, if that is wanted.`;
  return { check: 'sign-ins', status: 'ok', message, ...(missing.length > 0 ? { hint } : {}) };
}

/** A log segment of PostgreSQL alone takes 16 MB; with less it stops altogether. */
const LITTLE_MB = 200;

/** How much the embedded database may still grow. */
async function roomIn(home: string): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(home).catch(() => ({ bavail: Number.POSITIVE_INFINITY, bsize: 1 }));
  const megabytes = Math.floor((bavail * bsize) / 1_000_000);
  if (megabytes >= LITTLE_MB) return [];
  return [
    {
      check: 'disk',
      status: megabytes < 20 ? 'error' : 'warning',
      message: `Only ${megabytes} MB are free where the database lies (${home}).`,
      hint: 'Free space. Nothing is lost when it runs out, but what is written then is refused.',
    },
  ];
}
