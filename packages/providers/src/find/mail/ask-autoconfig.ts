import type { GuardedHttp } from '../../http/guarded-http.ts';
import { ProviderFailure } from '../../port/failure.ts';
import { type ReadAutoconfig, readAutoconfig } from './read-autoconfig.ts';

const MOST_BYTES = 64 * 1024;
const QUICK = { quick: true, elsewhere: true, totalMs: 4_000, maxBytes: MOST_BYTES } as const;

/**
 * Where a domain tells mail programs where its servers are. Over HTTPS alone: an answer in clear could be anybody's, and
 * a password would follow it.
 */
export function pagesOf(domain: string, address: string): readonly URL[] {
  const own = new URL(`https://autoconfig.${domain}/mail/config-v1.1.xml`);
  own.searchParams.set('emailaddress', address);
  return [own, new URL(`https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`)];
}

/** The same of a directory of many providers, which learns the domain and no more. */
export function pageIn(directory: URL, domain: string): URL {
  return new URL(encodeURIComponent(domain), directory);
}

/** @returns what the first page that can be read says; null where none says anything. */
export async function askAutoconfig(
  http: GuardedHttp,
  pages: readonly URL[],
  address: string,
  signal: AbortSignal,
): Promise<ReadAutoconfig | null> {
  const read = await Promise.all(pages.map((page) => readPage(http, page, address, signal)));
  return read.find((one) => one !== null) ?? null;
}

async function readPage(
  http: GuardedHttp,
  url: URL,
  address: string,
  signal: AbortSignal,
): Promise<ReadAutoconfig | null> {
  try {
    const answer = await http.send({ method: 'GET', url, headers: {}, signal, ...QUICK });
    if (answer.status !== 200 || answer.url.protocol !== url.protocol) {
      answer.discard();
      return null;
    }
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of answer.body) text += decoder.decode(piece, { stream: true });
    return readAutoconfig(text + decoder.decode(), address);
  } catch (error) {
    if (error instanceof ProviderFailure || signal.aborted) return null;
    throw error;
  }
}
