import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

/** Address of whoever knocks, past so many proxies that are ours; as Express counts them. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  return proxyAddr(request, (_address, hop) => hop < trustedProxies);
}
