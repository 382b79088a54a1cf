import { failureFromStatus, notCalDav } from '../../http/classify.ts';
import type { HttpAnswer } from '../../http/guarded-http.ts';
import type { ProviderFailure } from '../../port/failure.ts';
import { CALDAV, childrenNamed, dav } from './dav-element.ts';
import { parseStatusLine } from './dav-response.ts';
import { decodeText } from './decode-text.ts';
import { ELEMENT_LIMITS } from './element-limits.ts';
import { type ErrorBody, errorBody, readErrorBody } from './error-body.ts';
import { readChildren } from './read-children.ts';

/** What a server answered to a PUT, DELETE or MOVE. */
export interface WriteAnswer {
  /** 200, 201 and 204: done. A 202 promises only, and a 207 tells its real status inside. */
  readonly done: boolean;
  /** The status that counts: Xandikos puts that of a failed write inside a 207. */
  readonly status: number;
  header(name: string): string | undefined;
  readonly error: ErrorBody;
  /** To be thrown by whoever knows no better. */
  readonly failure: ProviderFailure;
}

interface Verdict {
  readonly status: number;
  readonly error: ErrorBody;
  readonly failure?: ProviderFailure;
}

const NOTHING: ErrorBody = { preconditions: new Set(), holder: null, message: null };
const DONE: ReadonlySet<number> = new Set([200, 201, 204]);
/** These explain themselves; a 401 or 503 page is not worth waiting for. */
const EXPLAINED: ReadonlySet<number> = new Set([400, 403, 405, 409, 412, 413, 415, 422, 507]);

export async function readWriteAnswer(answer: HttpAnswer, now: Temporal.Instant): Promise<WriteAnswer> {
  const { status, error, failure } = await verdictOf(answer);
  answer.discard();
  return {
    done: DONE.has(status) && failure === undefined,
    status,
    header: answer.header,
    error,
    failure: failure ?? failureFromStatus(status, answer.header('retry-after'), now),
  };
}

async function verdictOf(answer: HttpAnswer): Promise<Verdict> {
  const { status, body } = answer;
  const contentType = answer.header('content-type');
  if (status === 207) return readMember(answer, contentType);
  if (status === 200 && (await isWebPage(body, contentType)))
    return { status, error: NOTHING, failure: notCalDav('a web page') };
  if (!EXPLAINED.has(status)) return { status, error: NOTHING };
  return { status, error: await readErrorBody(body, contentType) };
}

/** A login page or a proxy's notice says 200 to everything. PHP names HTML even where it sends nothing. */
async function isWebPage(body: AsyncIterable<Uint8Array>, contentType: string | undefined): Promise<boolean> {
  if (contentType?.toLowerCase().includes('html') !== true) return false;
  for await (const text of decodeText(body, contentType)) if (text.trim() !== '') return true;
  return false;
}

/** A 207 that cannot be read, or that holds no status, is no success: 502 makes it a failure of the server. */
async function readMember(answer: HttpAnswer, contentType: string | undefined): Promise<Verdict> {
  try {
    for await (const element of readChildren(answer.body, contentType, ELEMENT_LIMITS, () => undefined)) {
      const line = childrenNamed(element, dav('status'))[0]?.text;
      const status = line === undefined ? null : parseStatusLine(line);
      const error = childrenNamed(element, dav('error'))[0];
      if (status !== null) return { status, error: errorBody(error?.children ?? []) };
    }
  } catch {
    // What cannot be understood has not been accepted.
  }
  return { status: 502, error: NOTHING };
}

/**
 * Whether it was the condition of the write that did not hold. Xandikos answers 412 as well to a text that it does not
 * take, and says so; UIDs in use are another such matter.
 */
export function isUnmet({ status, error }: WriteAnswer): boolean {
  return status === 412 && ![...error.preconditions].some((name) => name.startsWith(`{${CALDAV}}`));
}
