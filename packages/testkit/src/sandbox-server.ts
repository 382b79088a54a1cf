import type { CalDavServer } from './caldav-server.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox/sandbox.ts';

export interface SandboxServer extends CalDavServer {
  readonly kind: 'sandbox';
  readonly sandbox: Sandbox;
}

/** The sandbox with one user, in the shape of the real servers. */
export async function startSandboxServer(options: SandboxOptions = {}): Promise<SandboxServer> {
  const sandbox = await startSandbox(options);
  const [username, password] = ['ann', 'secret'];
  sandbox.addUser(username, password);
  return {
    kind: 'sandbox',
    sandbox,
    url: sandbox.url,
    username,
    password,
    homeUrl: sandbox.homeUrl(username),
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}
