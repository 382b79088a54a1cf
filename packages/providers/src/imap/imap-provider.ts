import { type FolderRoleGuess, guessRole } from '@atelier/mail/folder/folder-role';
import { oneLine } from '@atelier/mail/text/one-line';
import type { ImapFlow, ListResponse, StatusObject } from 'imapflow';
import type { AllowList } from '../http/allow-list.ts';
import { mailFailure } from '../mail/mail-failure.ts';
import type { LineReach, MailAccess } from '../port/mail/mail-account.ts';
import type { FolderStatus, MailProvider, MailWatch, RemoteFolder } from '../port/mail/mail-provider.ts';
import { openImapFolder } from './imap-folder.ts';
import { openLine } from './imap-line.ts';

/** More folders than that are not looked into. */
const MOST_FOLDERS = 2_000;
const LOGOUT_MS = 2_000;

/** @throws ProviderFailure */
export async function connectImap(access: MailAccess<LineReach>, allow: AllowList): Promise<MailProvider> {
  const line = await openLine(access, allow);
  let commands = 1;
  const sent = () => {
    commands += 1;
  };
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    sent();
    try {
      return await work();
    } catch (error) {
      throw mailFailure(error);
    }
  };
  return {
    get commands() {
      return commands;
    },
    folders: () => ask(() => listFolders(line)),
    open: (path) => openImapFolder(line, path, sent),
    append: (path, source, flags, at) =>
      ask(async () => {
        const appended = await line.append(path, Buffer.from(source), [...flags], at);
        if (!appended) throw Object.assign(new Error('append refused'), { responseStatus: 'NO' });
        return appended.uid ?? null;
      }),
    create: (name) =>
      ask(async () => {
        const { path } = await line.mailboxCreate(name);
        await line.mailboxSubscribe(path);
        return path;
      }),
    close: () => closeLine(line),
  };
}

/** Watches the inbox on a line of its own. @throws ProviderFailure */
export async function watchImap(
  access: MailAccess<LineReach>,
  allow: AllowList,
  changed: () => void,
): Promise<MailWatch> {
  const line = await openLine(access, allow);
  const ended = new Promise<void>((resolve) => line.once('close', () => resolve()));
  for (const event of ['exists', 'expunge', 'flags'] as const) line.on(event, changed);
  try {
    await line.mailboxOpen('INBOX', { readOnly: true });
  } catch (error) {
    await closeLine(line);
    throw mailFailure(error);
  }
  void idle(line);
  return { ended, close: () => closeLine(line) };
}

/** It ends by itself now and then, for a server to be told that somebody is there. */
async function idle(line: ImapFlow): Promise<void> {
  while (line.usable) {
    const idled = await line.idle().catch(() => false);
    if (!idled) break;
  }
  line.close();
}

async function closeLine(line: ImapFlow): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, LOGOUT_MS).unref());
  await Promise.race([line.usable ? line.logout().catch(() => undefined) : undefined, patience]);
  line.close();
}

const STATUS = { messages: true, uidNext: true, uidValidity: true, unseen: true, highestModseq: true };

/** In one answer where the server can (RFC 5819), else folder by folder, and only of those that are looked into. */
async function listFolders(line: ImapFlow): Promise<readonly RemoteFolder[]> {
  const atOnce = line.capabilities.has('LIST-STATUS');
  const listed = await line.list(atOnce ? { statusQuery: STATUS } : {});
  const counts = line.enabled.has('CONDSTORE') || line.enabled.has('QRESYNC');
  const folders: RemoteFolder[] = [];
  for (const { folder, role } of mostNeeded(listed)) {
    const selectable = isSelectable(folder);
    const status = atOnce || !selectable ? folder.status : await statusOf(line, folder.path);
    folders.push({ ...nameOf(folder), role, selectable, status: folderStatus(status, counts) });
  }
  return folders;
}

interface Listed {
  readonly folder: ListResponse;
  readonly role: FolderRoleGuess | null;
}

/** Those that have a role come before all others, wherever a server with very many names them. */
function mostNeeded(listed: readonly ListResponse[]): readonly Listed[] {
  const known = listed.map((folder) => ({ folder, role: roleOf(folder) }));
  return [...known.filter(({ role }) => role), ...known.filter(({ role }) => !role)].slice(0, MOST_FOLDERS);
}

function roleOf({ path, delimiter = '', flags, specialUse, specialUseSource }: ListResponse) {
  const told = specialUseSource === 'extension' && specialUse ? [specialUse] : [];
  return guessRole({ path, delimiter, attributes: [...flags, ...told] });
}

/** A name with a line break in it cannot be said to a server safely: its folder is shown, and not looked into. */
function isSelectable({ path, flags }: ListResponse): boolean {
  return !/[\r\n\0]/.test(path) && ![...flags].some((flag) => /^\\(?:noselect|nonexistent)$/i.test(flag));
}

function nameOf({ path, name, delimiter = '' }: ListResponse) {
  return { path, name: oneLine(name) || path, delimiter };
}

/** Of one that a server does not want to tell of, nothing is known; the others go on. */
async function statusOf(line: ImapFlow, path: string): Promise<StatusObject | undefined> {
  try {
    return (await line.status(path, STATUS)) || undefined;
  } catch (error) {
    const { responseStatus } = error as { readonly responseStatus?: unknown };
    if (responseStatus === 'NO' || responseStatus === 'BAD') return undefined;
    throw error;
  }
}

function folderStatus(status: StatusObject | undefined, counts: boolean): FolderStatus | null {
  if (status?.uidValidity === undefined || status.uidNext === undefined || status.messages === undefined)
    return null;
  return {
    uidValidity: String(status.uidValidity),
    uidNext: status.uidNext,
    messages: status.messages,
    unseen: status.unseen ?? 0,
    highestModseq: counts && status.highestModseq !== undefined ? String(status.highestModseq) : null,
  };
}
