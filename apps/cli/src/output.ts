import type { Refusal } from '@atelier/usecases/outcome';
import { refusalWords } from '@atelier/words/refusals/refusal-words';
import type { Sentence } from '@atelier/words/sentence';
import Table from 'cli-table3';
import type { Shell } from './shell.ts';
import { terminalLanguage } from './terminal-language.ts';

/** What a command says: exactly one JSON document on stdout with --json, else something to read. */
export interface Output {
  readonly json: boolean;
  /** The command's answer. `text` is what people read instead. */
  answer(value: unknown, text: string | (() => string)): void;
  /** Progress and remarks; never on stdout, so that it stays one document. */
  remark(text: string): void;
}

export function createOutput({ stdout, stderr }: Pick<Shell, 'stdout' | 'stderr'>, json: boolean): Output {
  return {
    json,
    answer(value, text) {
      const shown = json ? JSON.stringify(value, null, 2) : typeof text === 'string' ? text : text();
      stdout.write(`${shown}\n`);
    },
    remark: (text) => {
      stderr.write(`${text}\n`);
    },
  };
}

/** A refusal or failure that ends a command with exit code 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly refusal: Refusal | { readonly kind: string; readonly message: string; readonly hint?: string };
  constructor(refusal: CommandFailure['refusal']) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export function sayFailure(
  { env, stdout, stderr }: Pick<Shell, 'env' | 'stdout' | 'stderr'>,
  { json }: Pick<Output, 'json'>,
  { refusal }: CommandFailure,
): void {
  const { message, hint } = spoken(refusal, env);
  const sentence = hint ? `${message} ${hint}` : message;
  stderr.write(`${sentence}\n`);
  if (json) stdout.write(`${JSON.stringify({ ok: false, error: refusal }, null, 2)}\n`);
}

/** In the language of the terminal where there is one for it; what programs read of it stays English. */
function spoken(refusal: CommandFailure['refusal'], env: Shell['env']): Sentence {
  if (!('code' in refusal) || refusal.code === undefined) return refusal;
  return refusalWords(terminalLanguage(env), { code: refusal.code, given: refusal.given ?? null });
}

const BARE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Columns without lines, readable in a log as well. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  if (rows.length === 0) return '(nothing)';
  const drawn = new Table({
    head: [...head],
    chars: BARE,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  for (const row of rows) drawn.push(row.map((cell) => plain(cell)));
  return drawn.toString().replaceAll(/[ \t]+$/gm, '');
}

/** Text from outside may hold escape sequences that would act on a terminal. */
function plain(cell: string | number | null): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  return String(cell ?? '').replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
