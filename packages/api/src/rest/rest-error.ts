import type { Refusal } from '@atelier/usecases/outcome';
import type { Language } from '@atelier/words/language';
import type { CodedRefusal } from '@atelier/words/refusals/coded-refusal';
import { refusalWords } from '@atelier/words/refusals/refusal-words';
import { type Sentence, says } from '@atelier/words/sentence';
import { z } from 'zod';

/** Every kind of error there is, with its status. Written down in the OpenAPI document: a new one is a new version. */
export const ERROR_STATUS = {
  malformed: 400, // no JSON
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  slot_taken: 409,
  unverified: 409,
  too_large: 413,
  unsupported_type: 415,
  invalid: 422,
  idempotency_mismatch: 422,
  too_many: 429,
  internal: 500,
  provider: 502,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof ERROR_STATUS;

const KINDS = Object.keys(ERROR_STATUS) as [ErrorKind, ...ErrorKind[]];

export const fieldProblem = z.object({
  /** `client.email`. */
  path: z.string(),
  message: z.string(),
});

const nearest = z.object({ start: z.iso.datetime(), end: z.iso.datetime(), artist: z.string() });

export const errorAnswer = z
  .object({
    error: z.object({
      kind: z.enum(KINDS),
      message: z.string(),
      hint: z.string().optional(),
      details: z
        .object({
          fields: z.array(fieldProblem).optional(),
          reason: z.string().optional(),
          nearest: z.array(nearest).optional(),
        })
        .optional(),
    }),
  })
  .meta({ id: 'Error' });

export type ErrorDetails = NonNullable<z.infer<typeof errorAnswer>['error']['details']>;

/** What ends a request with an error; for people as well as for programs. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly kind: ErrorKind;
  readonly said: Said;
  readonly details: ErrorDetails | undefined;
  /** Path of the field that the sentence is about. */
  readonly about: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    kind: ErrorKind,
    said: Said,
    more: {
      about?: string;
      details?: ErrorDetails;
      retryAfter?: number;
      cause?: unknown;
    } = {},
  ) {
    super(sentenceOf(said, 'en').message, { cause: more.cause });
    this.kind = kind;
    this.said = said;
    this.about = more.about;
    this.details = more.details;
    this.retryAfter = more.retryAfter;
  }

  get status(): number {
    return ERROR_STATUS[this.kind];
  }

  answerIn(language: Language): z.infer<typeof errorAnswer> {
    const { kind, said, about } = this;
    const { message, hint } = sentenceOf(said, language);
    const fields = about === undefined ? undefined : [{ path: about, message }];
    const details = fields ? { fields, ...this.details } : this.details;
    return { error: { kind, message, ...(hint && { hint }), ...(details && { details }) } };
  }
}

/** Sentences that have no code are in English. */
type Said = CodedRefusal | Sentence;

function sentenceOf(said: Said, language: Language): Sentence {
  return 'code' in said ? refusalWords(language, said) : said;
}

const KIND_OF: Readonly<Record<Refusal['kind'], ErrorKind>> = {
  invalid: 'invalid',
  forbidden: 'forbidden',
  'not-found': 'not_found',
  conflict: 'conflict',
  unverified: 'unverified',
  mismatch: 'idempotency_mismatch',
  'too-many': 'too_many',
  provider: 'provider',
};

export function refusalError(refusal: Refusal, more: { retryAfter?: number } = {}): RestError {
  return new RestError(KIND_OF[refusal.kind], saidBy(refusal), more);
}

/** What a refusal says, ready for any language where it has a code. */
export function saidBy({ message, hint, code, given = null }: Refusal): Said {
  return code ? { code, given } : says(message, hint);
}
