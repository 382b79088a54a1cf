import type { AuthoritySandbox } from '@atelier/testkit/authority/authority-sandbox';
import type { Context } from '@atelier/usecases/context';
import { openTestServer } from './server.ts';

type Answer = Readonly<Record<string, unknown>>;

/** Somebody with a browser. */
export interface Visitor {
  /** What a procedure answers, or the code by which it refuses. */
  ask(path: string, input: unknown): Promise<Answer>;
  /** To the provider's page that a procedure has named, and back. */
  agree(
    begun: Answer,
  ): Promise<{ readonly page: URL; readonly landed: URL; readonly signInId: string | null }>;
}

export interface MailSignInWorld extends AsyncDisposable {
  readonly context: Context;
  readonly origin: string;
  as(email: string): Promise<Visitor>;
}

/** The whole product, with an owner and an artist who sign in to mailboxes at a provider's page. @param mail who agrees there */
export async function mailSignInWorld(
  authority: AuthoritySandbox,
  mail: string,
  settings: Readonly<Record<string, string>>,
): Promise<MailSignInWorld> {
  const server = await openTestServer({
    ATELIER_RATE_LIMITS: 'off',
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ...authority.settings,
    ...settings,
  });
  const { context, origin } = server;
  await server.addUser('owner@studio.test', 'ADMIN');
  await server.addUser('lea@studio.test', 'ARTIST');
  return {
    context,
    origin,
    async as(email) {
      const cookie = await server.signIn(email);
      return {
        async ask(path, input) {
          const { result, error } = (await (await server.call(path, cookie, input)).json()) as {
            result?: { data: { json: Answer } };
            error?: { json: { data: { refusal: { code: string } | null } } };
          };
          return result?.data.json ?? { refused: error?.json.data.refusal?.code };
        },
        async agree(begun) {
          const page = new URL(String(begun['page']));
          const answer = await authority.answer(page, mail);
          const back = await fetch(answer, { headers: { cookie }, redirect: 'manual' });
          const landed = new URL(back.headers.get('location') ?? '', origin);
          return { page, landed, signInId: landed.searchParams.get('signIn') };
        },
      };
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
