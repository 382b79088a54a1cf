import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { ConnectAccount } from '@atelier/usecases/connect-account';
import { z } from 'zod';
import { CommandFailure } from './output.ts';

const account = z
  .strictObject({
    kind: z.enum(['nextcloud', 'infomaniak', 'caldav']),
    url: z.string().trim().min(1).max(2_000),
    user: z.string().trim().min(1).max(320),
    password: z.string().min(1).max(1_000).optional(),
    /** Name of the environment variable that holds the password, so that the file holds none. */
    passwordEnv: z.string().min(1).optional(),
    name: z.string().trim().max(100).optional(),
    owner: z.string().trim().optional(),
    select: z.enum(['all', 'none']).default('all'),
  })
  .refine(({ password, passwordEnv }) => (password === undefined) !== (passwordEnv === undefined), {
    message: 'needs either password or passwordEnv',
  });

/**
 * Reads a JSON list of accounts, from stdin when the file is `-`.
 * @throws CommandFailure that names the first entry that is wrong; never its password.
 */
export async function readAccountFile(file: string): Promise<readonly ConnectAccount[]> {
  const read = z.array(account).safeParse(parse(await textOf(file)));
  if (!read.success) throw wrong(issueText(read.error.issues[0]));
  return read.data.map(({ user, password, passwordEnv, owner, ...rest }) => ({
    ...rest,
    username: user,
    ownerEmail: owner,
    password: password ?? secretIn(passwordEnv ?? ''),
  }));
}

async function textOf(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure({
      kind: 'invalid',
      message: `${file} cannot be read (${error.code ?? 'unknown'}).`,
    });
  });
}

/** What JSON.parse says quotes the text, and that text holds passwords. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw wrong('It is not JSON.');
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
    hint: 'Nothing was connected. It is a list like [{"kind":"nextcloud","url":"cloud.example.org","user":"lea","passwordEnv":"LEA_PASSWORD"}].',
  });
}

function secretIn(variable: string): string {
  const secret = process.env[variable];
  if (secret) return secret;
  throw wrong(`The environment variable ${variable} is not set.`);
}
