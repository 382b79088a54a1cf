import { openServices, type Services } from '@atelier/runtime/services';
import type { Sandbox } from '@atelier/testkit/sandbox/sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { connectAccount } from '@atelier/usecases/connections/connect-account';
import { listConnections } from '@atelier/usecases/connections/list-connections';
import { removeConnection } from '@atelier/usecases/connections/remove-connection';
import { expectDone } from '../run.ts';

const ACCOUNTS = [
  { user: 'lena', name: 'Léna (demo)' },
  { user: 'marco', name: 'Marco (demo)' },
];

export async function demoIsConnected({ context }: Services): Promise<boolean> {
  return expectDone(await listConnections(context, OPERATOR)).some(({ demo }) => demo);
}

/** Takes everything of the demo out of the studio; nothing else is touched. */
export async function forgetDemo({ context }: Services): Promise<void> {
  const demos = expectDone(await listConnections(context, OPERATOR)).filter(({ demo }) => demo);
  for (const { id } of demos)
    expectDone(await removeConnection(context, OPERATOR, { connectionId: id, anyway: true }));
}

/** Connects the sandbox's accounts the way a person would, in place of those of an earlier day. */
export async function connectDemo(services: Services, sandbox: Sandbox, password: string): Promise<void> {
  await forgetDemo(services);
  const { config, context } = services;
  // Opened anew: only services that were opened after the sandbox may talk to its loopback address.
  await using own = await openServices({ ...config, databaseUrl: context.database.url }, 'demo');
  for (const { user, name } of ACCOUNTS) {
    const account = { kind: 'caldav' as const, url: sandbox.origin, username: user, password };
    expectDone(await connectAccount(own.context, OPERATOR, { ...account, name, select: 'all', demo: true }));
  }
}
