import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { addressOf, factsOf, PASSWORD_KINDS, type PasswordKind } from '@atelier/providers/kinds';
import type { ConnectAccount } from '@atelier/usecases/connections/connect-account';
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { z } from 'zod';
import { CommandFailure } from './output.ts';
import type { Shell } from './shell.ts';

const account = z
  .strictObject({
    kind: z.enum(PASSWORD_KINDS),
    url: z.string().trim().min(1).max(2_000).optional(),
    user: z.string().trim().min(1).max(320).optional(),
    password: z.string().min(1).max(1_000).optional(),
    /** Name of the environment variable that holds the password, so that the file holds none. */
    passwordEnv: z.string().min(1).optional(),
    name: z.string().trim().max(100).optional(),
    owner: z.string().trim().optional(),
    select: z.enum(['all', 'none']).default('all'),
  })
  .refine(({ kind, user }) => user !== undefined || isAddressOnly(kind), {
    message: 'needs a user',
    path: ['user'],
  })
  .refine(
    ({ kind, user, password, passwordEnv }) =>
      (password === undefined) !== (passwordEnv === undefined) || (isAddressOnly(kind) && user === undefined),
    { message: 'needs either password or passwordEnv' },
  )
  .refine(({ kind, url }) => addressOf(kind, url) !== null, { message: 'needs an address', path: ['url'] });

/**
 * Reads a list of accounts, as JSON or as a table (CSV) with a head line, from stdin when the file is `-`.
 * @throws CommandFailure that names the first entry that is wrong; never its password.
 */
export async function readAccountFile(
  { env, stdin }: Pick<Shell, 'env' | 'stdin'>,
  file: string,
): Promise<readonly ConnectAccount[]> {
  const read = z.array(account).safeParse(parse(file === '-' ? await text(stdin) : await textOf(file)));
  if (!read.success) throw wrong(issueText(read.error.issues[0]));
  return read.data.map(({ user, password, passwordEnv, owner, ...rest }) => ({
    ...rest,
    url: addressOf(rest.kind, rest.url) ?? '',
    username: user ?? '',
    ownerEmail: owner,
    password: password ?? (passwordEnv === undefined ? '' : secretIn(env, passwordEnv)),
  }));
}

function isAddressOnly(kind: PasswordKind): boolean {
  return factsOf(kind).signIn.username === 'none';
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure({
      kind: 'invalid',
      message: `${file} cannot be read (${error.code ?? 'unknown'}).`,
    });
  });
}

/** A list in brackets is JSON, everything else a table. What the parsers say quotes the text, and that holds passwords. */
function parse(list: string): unknown {
  if (/^\s*[[{]/.test(list)) {
    try {
      return JSON.parse(list);
    } catch {
      throw wrong('It is not JSON.');
    }
  }
  return parseTable(list);
}

/** Comma or semicolon, whichever the first line has: spreadsheets write either. An empty cell says nothing. */
function parseTable(list: string): unknown {
  const [head = ''] = list.split('\n', 1);
  try {
    return parseCsv(list, {
      bom: true,
      columns: true,
      delimiter: head.includes(';') ? ';' : ',',
      skip_empty_lines: true,
      trim: true,
      cast: (cell) => (cell === '' ? undefined : cell),
    });
  } catch (error) {
    const line = error instanceof CsvError ? String(error['lines'] ?? '') : '';
    throw wrong(`It is not a table${line && `; look at line ${line}`}.`);
  }
}

function issueText(issue: z.core.$ZodIssue | undefined): string {
  const [entry, ...field] = issue?.path ?? [];
  const where =
    entry === undefined
      ? ''
      : `Account ${Number(entry) + 1}${field.length > 0 ? `, ${field.join('.')}` : ''}: `;
  return `${where}${issue?.message ?? ''}.`;
}

function wrong(what: string): CommandFailure {
  return new CommandFailure({
    kind: 'invalid',
    message: `The list of accounts cannot be used. ${what}`,
    hint: 'Nothing was connected. It is a list like [{"kind":"nextcloud","url":"cloud.example.org","user":"lea","passwordEnv":"LEA_PASSWORD"}], or a CSV with these names in its first line.',
  });
}

function secretIn(env: Shell['env'], variable: string): string {
  const secret = env[variable];
  if (secret) return secret;
  throw wrong(`The environment variable ${variable} is not set.`);
}
