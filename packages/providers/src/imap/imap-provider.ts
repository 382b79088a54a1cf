import { guessRole } from '@atelier/mail/folder/folder-role';
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

async function listFolders(line: ImapFlow): Promise<readonly RemoteFolder[]> {
  const listed = await line.list({
    statusQuery: { messages: true, uidNext: true, uidValidity: true, unseen: true, highestModseq: true },
  });
  const counts = line.enabled.has('CONDSTORE') || line.enabled.has('QRESYNC');
  return listed.slice(0, MOST_FOLDERS).map((folder) => remoteFolder(folder, counts));
}

function remoteFolder(folder: ListResponse, counts: boolean): RemoteFolder {
  const { path, name, delimiter = '', flags, status } = folder;
  const told = folder.specialUseSource === 'extension' && folder.specialUse ? [folder.specialUse] : [];
  return {
    path,
    name,
    delimiter,
    role: guessRole({ path, delimiter, attributes: [...flags, ...told] }),
    selectable: ![...flags].some((flag) => /^\\(?:noselect|nonexistent)$/i.test(flag)),
    status: folderStatus(status, counts),
  };
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
