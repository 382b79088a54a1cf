import { createGuardedHttp } from '../../http/guarded-http.ts';
import { systemResolve } from '../../http/guarded-lookup.ts';
import { DEFAULT_HTTP_LIMITS } from '../../http/http-limits.ts';
import { rememberedBook } from '../../mail/remembered-book.ts';
import type { GraphReach, MailAccess } from '../../port/mail/mail-account.ts';
import type { MailBook } from '../../port/mail/mail-book.ts';
import type { MailGateway } from '../../port/mail/mail-provider.ts';
import { accountOfMe } from '../graph-account.ts';
import type { GraphGatewayOptions } from '../graph-gateway.ts';
import { createGraphClient, type GraphClient } from '../wire/graph-client.ts';
import { query } from '../wire/paths.ts';
import { graphMailProvider, sendByGraph, watchGraph } from './graph-mail.ts';

export interface GraphMailOptions extends GraphGatewayOptions {
  /** What is remembered of an account's folders. */
  readonly bookOf: (accountId: string) => MailBook;
}

type Access = MailAccess<GraphReach>;

/** What of the port a mailbox at Microsoft does its own way. */
export interface GraphMail
  extends Pick<MailGateway, 'identify' | 'connect' | 'watch' | 'send' | 'testSending'>,
    AsyncDisposable {}

export function createGraphMail(options: GraphMailOptions): GraphMail {
  const { allow, monotonicMs, now, newId, resolve = systemResolve } = options;
  const limits = { ...DEFAULT_HTTP_LIMITS, ...options.http };
  const http = createGuardedHttp({ allow, resolve, limits, monotonicMs });
  const clientOf = ({ reach, credential }: Access): GraphClient => {
    if (credential.kind !== 'oauth') throw new TypeError('Microsoft lets nobody in by a password');
    return createGraphClient({ http, base: reach.graph, credential, now, newId });
  };
  const bookOf = ({ accountId }: Access) =>
    accountId === null ? rememberedBook() : options.bookOf(accountId);
  return {
    async identify(access) {
      const { reach, credential } = graphAccess(access);
      const client = clientOf({ ...access, reach });
      const me = await client.read(`/me${query({ $select: 'id,displayName,mail,userPrincipalName' })}`);
      const signedIn =
        credential.kind === 'oauth' ? credential.signedIn : { personId: null, tenantId: null, name: null };
      const { account, reached } = accountOfMe(me, reach.graph, signedIn);
      return { address: reached.addresses[0] ?? account.name, personId: account.id };
    },
    connect: async (access) => {
      const given = graphAccess(access);
      return graphMailProvider(clientOf(given), bookOf(given));
    },
    watch: async (access, changed) => {
      const given = graphAccess(access);
      return watchGraph(clientOf(given), changed);
    },
    send: (access, mail) => sendByGraph(clientOf(graphAccess(access)), mail),
    testSending: async (access) => {
      await clientOf(graphAccess(access)).read(`/me/mailFolders/drafts${query({ $select: 'id' })}`);
    },
    [Symbol.asyncDispose]: () => http.close(),
  };
}

function graphAccess(access: MailAccess): Access {
  const { reach, ...rest } = access;
  if ('graph' in reach) return { ...rest, reach };
  throw new TypeError('this mailbox has servers of its own');
}
