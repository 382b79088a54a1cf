/** What an authority's refusal means for whoever meets it. */
export type Judgement =
  | 'denied'
  | 'admin-consent'
  | 'ended' // what was given is no longer taken: spent, expired, taken back
  | 'registration' // about us, not about the person
  | 'later';

/** As the authority says it: `error` (RFC 6749 4.1.2.1, 5.2), and what Microsoft adds. */
export interface AuthorityRefusal {
  readonly error: string;
  /** AADSTS numbers, from `error_codes` or the description. */
  readonly numbers: readonly number[];
}

const BY_ERROR: Readonly<Record<string, Judgement>> = {
  access_denied: 'denied',
  consent_declined: 'denied',
  admin_policy_enforced: 'admin-consent',
  org_internal: 'admin-consent',
  consent_required: 'admin-consent',
  invalid_grant: 'ended',
  interaction_required: 'ended',
  login_required: 'ended',
  temporarily_unavailable: 'later',
  server_error: 'later',
  slow_down: 'later',
};

/** Of Microsoft; more precise than its `error`. */
const BY_NUMBER: ReadonlyMap<number, Judgement> = new Map([
  [65_004, 'denied'],
  [90_094, 'admin-consent'],
  [90_095, 'admin-consent'],
  [50_011, 'registration'],
  [700_016, 'registration'],
  [7_000_215, 'registration'],
  [7_000_222, 'registration'],
]);

/** What nobody has heard of is about how we ask: it is not the person's fault, and ends nobody's sign-in. */
export function judgeRefusal({ error, numbers }: AuthorityRefusal): Judgement {
  const known = numbers.flatMap((number) => BY_NUMBER.get(number) ?? []);
  return known[0] ?? (Object.hasOwn(BY_ERROR, error) ? BY_ERROR[error] : undefined) ?? 'registration';
}

/** What is in the body of a token answer, or in the query of a redirect. */
export function refusalFrom(said: Readonly<Record<string, unknown>>): AuthorityRefusal {
  const { error, error_description: description = '', error_codes: codes } = said;
  const listed = Array.isArray(codes) ? codes.filter((code) => typeof code === 'number') : [];
  const written = [...String(description).matchAll(/AADSTS(\d+)/g)].map(([, number]) => Number(number));
  return { error: String(error ?? ''), numbers: [...listed, ...written] };
}
