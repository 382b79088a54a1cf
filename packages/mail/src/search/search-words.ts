/** What a line of search asks for. Text is compared without accents and case by whoever asks the database. */
export interface MailSearch {
  /** Each has to begin a word somewhere in subject, people or text. */
  readonly words: readonly string[];
  /** Words that stand one after the other. */
  readonly phrases: readonly string[];
  readonly without: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly subject: readonly string[];
  /** Names or roles of folders. */
  readonly folders: readonly string[];
  readonly unread: boolean | null;
  readonly flagged: boolean | null;
  readonly attachment: boolean | null;
  /** `YYYY-MM-DD`: the day itself is within. */
  readonly after: string | null;
  /** `YYYY-MM-DD`: the day itself is not. */
  readonly before: string | null;
}

const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu;
const MOST_LETTERS = 500;
const MOST_TOKENS = 30;

/** `from:leo "small rose" -invoice has:attachment is:unread in:archive before:2026-03-01`, in any order. */
export function readSearch(line: string): MailSearch {
  const tokens = [...line.slice(0, MOST_LETTERS).matchAll(TOKEN)].slice(0, MOST_TOKENS).map(tokenOf);
  const of = (operator: string) => tokens.filter((one) => one.operator === operator).map(({ text }) => text);
  const is = new Set(of('is').map((text) => text.toLowerCase()));
  const plain = tokens.filter(({ operator }) => operator === null);
  return {
    words: plain.filter(({ quoted, not }) => !quoted && !not).map(({ text }) => text),
    phrases: plain.filter(({ quoted, not }) => quoted && !not).map(({ text }) => text),
    without: plain.filter(({ not }) => not).map(({ text }) => text),
    from: of('from'),
    to: of('to'),
    subject: of('subject'),
    folders: of('in'),
    unread: is.has('unread') ? true : is.has('read') ? false : null,
    flagged: is.has('flagged') || is.has('starred') ? true : null,
    attachment: of('has').some((text) => /^(?:attachment|file)s?$/i.test(text)) ? true : null,
    after: dayOf(of('after')),
    before: dayOf(of('before')),
  };
}

interface Token {
  readonly not: boolean;
  readonly operator: string | null;
  readonly text: string;
  readonly quoted: boolean;
}

const OPERATORS = new Set(['from', 'to', 'subject', 'in', 'is', 'has', 'after', 'before']);

/** What looks like an operator and is none is a word: people search for `http://…` and `10:30`. */
function tokenOf([, minus = '', name, quoted, bare = '']: RegExpMatchArray): Token {
  const operator = name?.toLowerCase() ?? null;
  const known = operator !== null && OPERATORS.has(operator);
  const text = quoted ?? bare;
  return {
    not: minus === '-' && !known,
    operator: known ? operator : null,
    text: known || name === undefined ? text : `${name}:${text}`,
    quoted: quoted !== undefined && (known || name === undefined),
  };
}

function dayOf(texts: readonly string[]): string | null {
  const text = texts.at(-1) ?? '';
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text) ? text : null;
}
