/** Why a source or an account is not in step, as lists show it. */
export interface FailureColumns {
  readonly kind: string;
  readonly message: string;
  readonly hint: string | null;
}

/** The same as JSON, of a table's alias; null where nothing is wrong. */
export const failureOf = (table: string) => `CASE WHEN ${table}.failure_kind IS NULL THEN NULL ELSE
  jsonb_build_object('kind', ${table}.failure_kind, 'message', ${table}.failure_message, 'hint', ${table}.failure_hint) END`;
