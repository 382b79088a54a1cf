import type { Watched } from '../api/answers.ts';
import { type Heard, STALE_AFTER } from './stale-after.ts';

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** What a bunch of news makes out of date. */
export interface Staleness {
  readonly everything: boolean;
  /** `events` is not among them: where their times are known, they are in `spans`. */
  readonly heard: ReadonlySet<Heard>;
  /** Between which times events changed. */
  readonly spans: readonly Span[];
}

export function stalenessOf(news: readonly Watched[]): Staleness {
  const heard = new Set<Heard>();
  const spans: Span[] = [];
  for (const one of news) {
    if (one.type === 'status') heard.add('status');
    if (one.type !== 'change') continue;
    if (one.topic === 'events' && one.from && one.to) spans.push({ from: one.from, to: one.to });
    else heard.add(one.topic);
  }
  return { everything: news.some(({ type }) => type === 'reset'), heard, spans };
}

/** A question as it was asked: the procedure's path, and its input. */
export interface Question {
  readonly path: string;
  readonly input: unknown;
}

/** Reads the key under which @trpc/react-query keeps an answer: `[['agenda', 'events'], { input, type }]`. */
export function questionOf(key: readonly unknown[]): Question {
  const [path, rest] = key;
  const input = typeof rest === 'object' && rest !== null && 'input' in rest ? rest.input : undefined;
  return { path: Array.isArray(path) ? path.join('.') : '', input };
}

export function isStale({ path, input }: Question, { everything, heard, spans }: Staleness): boolean {
  if (everything) return true;
  const after = isQueryPath(path) ? STALE_AFTER[path] : [];
  if (after.some((one) => heard.has(one))) return true;
  // What is next, and the open event: their times are not part of the question.
  if (!after.includes('events') || !isSpan(input)) return after.includes('events') && spans.length > 0;
  return spans.some((span) => span.from < input.to && input.from <= span.to);
}

function isQueryPath(path: string): path is keyof typeof STALE_AFTER {
  return Object.hasOwn(STALE_AFTER, path);
}

export function isSpan(input: unknown): input is Span {
  if (typeof input !== 'object' || input === null) return false;
  return 'from' in input && input.from instanceof Date && 'to' in input && input.to instanceof Date;
}
