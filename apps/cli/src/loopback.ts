import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { factsOf, type OAuthKind } from '@atelier/providers/kinds';
import type { Terminal } from '@atelier/usecases/connections/login-flow/login-by-terminal';
import type { Loopback } from '@atelier/usecases/connections/sign-in/sign-in-by-loopback';
import { signIns as en } from '@atelier/words/studio/en/calendar/sign-ins';
import { signIns as fr } from '@atelier/words/studio/fr/calendar/sign-ins';
import type { Output } from './output.ts';
import type { Shell } from './shell.ts';
import { terminalLanguage } from './terminal-language.ts';

const LONGEST_MS = 10 * 60_000;

const THANKS = 'Thank you. You can close this page; the command line goes on.\n';

/** RFC 8252 wants the number, of which Microsoft's registration page knows only the name; either takes any port. */
const HOSTS: Readonly<Record<OAuthKind, string>> = { microsoft: 'localhost', google: '127.0.0.1' };

interface Showing {
  readonly browser: boolean;
  readonly output: Output;
}

/** Listens on this machine while somebody is on the provider's page in a browser of the same machine (RFC 8252 7.3). */
export async function openLoopback(
  kind: OAuthKind,
  { browser, output }: Showing,
): Promise<Loopback & AsyncDisposable> {
  const answered = Promise.withResolvers<URLSearchParams | null>();
  let state: string | null = null;
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://here');
    // Whatever else on this machine comes by is not who is waited for.
    const expected = state !== null && searchParams.get('state') === state;
    response.writeHead(expected ? 200 : 404, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
    response.end(expected ? THANKS : '');
    if (expected) answered.resolve(searchParams);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const timer = setTimeout(() => answered.resolve(null), LONGEST_MS);
  return {
    redirectUri: `http://${HOSTS[kind]}:${(server.address() as AddressInfo).port}`,
    ask(page) {
      state = page.searchParams.get('state');
      showPage(page, 'Sign in on this page, in a browser of this machine:', { browser, output });
      return answered.promise;
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer);
      server.close();
      server.closeIdleConnections();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const PAUSE_MS = 3_000;

/** Somebody signs in on a page of their own server, in a browser of any machine, and it is asked whether they have. */
export function openTerminal(showing: Showing): Terminal {
  return {
    show: (page) =>
      showPage(page, 'Sign in on this page and grant access; it waits for 20 minutes:', showing),
    pause: () => pause(PAUSE_MS),
  };
}

function showPage(page: URL, lead: string, { browser, output }: Showing): void {
  if (!output.json) output.remark(lead);
  output.remark(JSON.stringify({ event: 'authorize', url: page.href }));
  if (browser) openBrowser(page);
}

interface Telling {
  readonly shell: Shell;
  readonly output: Output;
}

/** What an operator has to do before anybody can sign in there. */
export function tellHowToRegister(kind: OAuthKind, { shell, output }: Telling): void {
  const { register } = { en, fr }[terminalLanguage(shell.env)];
  output.remark(`${register.title({ provider: factsOf(kind).signIn.provider })}. ${register.lead}`);
  for (const [index, step] of register[kind].entries()) output.remark(`${index + 1}. ${step}`);
  output.remark(register.atTerminal);
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Where there is none, the address was printed. */
function openBrowser(page: URL): void {
  const [command, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...before, page.href], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
