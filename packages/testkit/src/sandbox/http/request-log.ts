import type { EffectKind } from '../faults/effect.ts';
import type { DavBody } from '../wire/dav-body.ts';

/** One request as the sandbox saw it. */
export interface RequestRecord {
  readonly method: string;
  /** Raw: percent-encoded, without query. */
  readonly path: string;
  /** Null as long as there is no answer, and for ever where a fault cut the connection before it. */
  readonly status: number | null;
  readonly depth: string | null;
  readonly ifMatch: string | null;
  readonly ifNoneMatch: string | null;
  /** The kind of XML that was sent. */
  readonly body: DavBody['kind'] | 'unreadable' | null;
  readonly user: string | null;
  readonly requestBytes: number;
  /** Bytes of the answer's body on the wire, so far. */
  answerBytes: number;
  readonly at: Temporal.Instant;
  readonly effects: readonly EffectKind[];
}

export type OpenRecord = { -readonly [K in keyof RequestRecord]: RequestRecord[K] };

/** Enough for any test; a sandbox that runs for weeks forgets what is older. */
const KEPT = 20_000;

export interface RequestLog {
  readonly requests: readonly RequestRecord[];
  /** PUT, DELETE and MOVE of objects without If-Match and If-None-Match: rule S2 forbids them. */
  readonly blindWrites: readonly RequestRecord[];
  add(record: OpenRecord, isObject: boolean): void;
  clear(): void;
}

export function createRequestLog(): RequestLog {
  const requests: RequestRecord[] = [];
  const blindWrites: RequestRecord[] = [];
  return {
    requests,
    blindWrites,
    add(record, isObject) {
      keep(requests, record);
      if (isObject && isBlindWrite(record)) keep(blindWrites, record);
    },
    clear() {
      requests.length = 0;
      blindWrites.length = 0;
    },
  };
}

const isBlindWrite = ({ method, ifMatch, ifNoneMatch }: RequestRecord): boolean =>
  (method === 'PUT' || method === 'DELETE' || method === 'MOVE') && ifMatch === null && ifNoneMatch === null;

function keep(records: RequestRecord[], record: RequestRecord): void {
  records.push(record);
  if (records.length > KEPT) records.splice(0, KEPT / 2);
}
