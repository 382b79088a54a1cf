import { createObject, deleteObject, getBasicAuthHeaders } from 'tsdav';
import type { GuardedHttp, HttpAnswer, HttpRequest } from '../../http/guarded-http.ts';

/**
 * All that is left to tsdav: it writes requests and never sees an answer. Its parser knows no bounds, and a server that
 * anybody may name must not choose what is fed to it.
 */

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** tsdav encodes Latin-1 only; handing it UTF-8 bytes as characters gives what RFC 7617 2.1 asks for. */
export function basicAuthorization({ username, password }: Credentials): string {
  const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
  return getBasicAuthHeaders({ username: bytes(username), password: bytes(password) }).authorization ?? '';
}

/** A PUT, DELETE or MOVE through the guarded HTTP. Throws like `send`. */
export async function sendWrite(http: GuardedHttp, request: HttpRequest): Promise<HttpAnswer> {
  if (request.method === 'MOVE') return http.send(request);
  const answers: HttpAnswer[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = Object.fromEntries(new Headers(init?.headers));
    answers.push(await http.send({ ...request, method: init?.method ?? request.method, url, headers }));
    return new Response(null);
  };
  const { url, headers, body } = request;
  if (request.method === 'DELETE') await deleteObject({ url: url.href, headers: { ...headers }, fetch });
  else await createObject({ url: url.href, data: body ?? '', headers: { ...headers }, fetch });
  const [answer] = answers;
  if (answer === undefined) throw new Error('tsdav has not sent the request');
  return answer;
}
