export type FailureKind =
  | 'bad-address' // not a URL, or not http(s)
  | 'refused-address' // resolves to a private or reserved address that the operator has not allowed
  | 'unreachable' // DNS, refused, reset, TLS
  | 'timeout' // deadline, stall or drip
  | 'credentials' // 401: the account stops at once, asking again would look like guessing
  | 'signed-out' // what a person gave by signing in at the provider is no longer taken
  | 'registration' // the provider does not know this installation, or not any more: for the operator
  | 'forbidden' // 403 that is not about a token
  | 'not-found' // what was asked for is gone
  | 'wrong-service' // a web page, JSON, or anything else that does not speak the protocol
  | 'malformed' // truncated or unparseable answer
  | 'too-large' // over the byte cap
  | 'throttled' // 429, or 503 with Retry-After
  | 'server-error' // other 5xx
  | 'cross-origin-redirect'; // would have sent credentials elsewhere

/** Whatever goes wrong outside. The message is for people and holds no secret and no private address. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly kind: FailureKind;
  readonly hint: string;
  /** How long the server asked us to stay away, in milliseconds; null when it did not. */
  readonly retryAfterMs: number | null;
  /** HTTP status when there was one. */
  readonly status: number | null;

  constructor(
    kind: FailureKind,
    message: string,
    hint: string,
    more: { readonly retryAfterMs?: number; readonly status?: number; readonly cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.kind = kind;
    this.hint = hint;
    this.retryAfterMs = more.retryAfterMs ?? null;
    this.status = more.status ?? null;
  }
}
