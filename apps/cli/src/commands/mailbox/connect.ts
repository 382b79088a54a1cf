import { OAUTH_KINDS, type OAuthKind } from '@atelier/providers/kinds';
import { OPERATOR } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import {
  type ConnectedMail,
  type ConnectMail,
  connectMail,
} from '@atelier/usecases/mailbox/account/connect-mail';
import { listMailboxes, syncMail } from '@atelier/usecases/mailbox/account/mail-accounts';
import { connectMailByLoopback } from '@atelier/usecases/mailbox/sign-in/mail-by-loopback';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { openLoopback, tellHowToRegister } from '../../loopback.ts';
import { type Output, table } from '../../output.ts';
import { readSecret } from '../../read-secret.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

type Security = NonNullable<ConnectMail['imap']>['security'];

interface ConnectOptions {
  readonly address: string;
  readonly owner: string;
  readonly user?: string;
  readonly imap?: HostPort;
  readonly smtp?: HostPort;
  readonly security?: Security;
  readonly sent?: 'auto' | 'always' | 'never';
  readonly name?: string;
  readonly trust?: readonly string[];
  readonly signIn?: OAuthKind;
  readonly calendars?: 'all' | 'none';
  readonly browser: boolean;
  readonly passwordStdin?: boolean;
  readonly json?: boolean;
}

interface HostPort {
  readonly host: string;
  readonly port: number;
}

function hostPort(text: string): HostPort {
  const found = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(text);
  if (!found?.[1]) throw new InvalidArgumentError('write it as host:port');
  return { host: found[1], port: Number(found[2]) };
}

export function connectCommand(mail: Command, shell: Shell): void {
  mail
    .command('connect')
    .description('find, test and store a mailbox')
    .requiredOption('--address <address>', 'the mail address')
    .requiredOption('--owner <email>', 'whose mailbox it is')
    .option('--user <name>', 'user name at the servers; the address when left out')
    .option('--imap <host:port>', 'where mail is read; found when left out', hostPort)
    .option('--smtp <host:port>', 'where mail is sent; found when left out', hostPort)
    .addOption(
      new Option('--security <how>', 'of servers that are given').choices(['tls', 'starttls', 'none']),
    )
    .addOption(new Option('--sent <when>', 'whether a copy is filed').choices(['auto', 'always', 'never']))
    .option('--name <name>', 'how it is called in lists')
    .addOption(
      new Option(
        '--sign-in <provider>',
        'on the page of the provider, in a browser of this machine, instead of by a password',
      ).choices(OAUTH_KINDS),
    )
    .addOption(
      new Option('--calendars <which>', 'with --sign-in: its calendars as well').choices(['all', 'none']),
    )
    .option('--no-browser', 'with --sign-in: print the address of the page only')
    .option('--trust <fingerprint...>', 'certificates that nobody vouches for and that you accept')
    .option('--password-stdin', 'read the password from stdin; otherwise ATELIER_ACCOUNT_PASSWORD')
    .option('--json', 'print one JSON document')
    .action((options: ConnectOptions) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const connected = await connect(context, options, { shell, output });
        // The first round makes the folders, and gives them ids.
        expectDone(await syncMail(context, OPERATOR, { accountId: connected.accountId, full: false }));
        const [account] = (await listMailboxes(context, OPERATOR)).filter(
          ({ id }) => id === connected.accountId,
        );
        const folders = (account?.folders ?? []).map(({ id, path, name: folder, role }) => ({
          id,
          path,
          name: folder,
          role,
        }));
        output.answer({ ...connected, folders }, () =>
          table(
            ['Folder', 'For'],
            folders.map(({ path, role }) => [path, role]),
          ),
        );
      }),
    );
}

interface Terminal {
  readonly shell: Shell;
  readonly output: Output;
}

async function connect(
  context: Context,
  options: ConnectOptions,
  { shell, output }: Terminal,
): Promise<ConnectedMail> {
  const { address, owner: ownerEmail, name, signIn: kind } = options;
  const wished = { name, ownerEmail, sentCopy: options.sent && SENT[options.sent] };
  if (kind === undefined) {
    return expectDone(
      await connectMail(context, OPERATOR, {
        ...wished,
        address,
        user: options.user,
        trusted: options.trust,
        password: await readSecret(shell, options.passwordStdin, 'ATELIER_ACCOUNT_PASSWORD'),
        imap: serverOf(options.imap, options.security, 993),
        smtp: serverOf(options.smtp, options.security, 465),
      }),
    );
  }
  if (context.signIns.of(kind) === null) tellHowToRegister(kind, { shell, output });
  await using loopback = await openLoopback(kind, { browser: options.browser, output });
  const calendars = options.calendars ?? null;
  const asked = { ...wished, kind, address, calendars };
  return expectDone(await connectMailByLoopback(context, OPERATOR, asked, loopback));
}

const SENT = { auto: 'AUTO', always: 'ALWAYS', never: 'NEVER' } as const;

/** Left out: by the usual meaning of the port. */
function serverOf(place: HostPort | undefined, security: Security | undefined, tlsPort: number) {
  if (!place) return undefined;
  return {
    ...place,
    security: security ?? (place.port === tlsPort ? ('tls' as const) : ('starttls' as const)),
  };
}
