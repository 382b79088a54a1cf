import type { FolderRole } from '@atelier/mail/folder/folder-role';
import type { SendResult } from '@atelier/mail/outgoing/outgoing-state';
import { notThere } from '../../mail/mail-failure.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { MailBook } from '../../port/mail/mail-book.ts';
import type { MailProvider, MailWatch, OutgoingSource, RemoteFolder } from '../../port/mail/mail-provider.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { unlike } from '../wire/graph-failure.ts';
import { query } from '../wire/paths.ts';
import { DELIMITER, folderPath, foldersAt, type GraphFolder, messagePath, rolesAt } from './mail-folders.ts';
import { folderStatus, openGraphFolder } from './open-folder.ts';
import { firstQuestion, isDead, PAGE, refresh } from './read-changes.ts';

const MOST_PARTS = 20;

/** A mailbox of Microsoft 365 or Outlook.com, seen as the port wants it. */
export function graphMailProvider(client: GraphClient, book: MailBook): MailProvider {
  let roles: ReadonlyMap<string, FolderRole> | null = null;
  let listed: readonly GraphFolder[] | null = null;
  const list = async () => {
    roles ??= await rolesAt(client);
    listed = await foldersAt(client, roles);
    return listed;
  };
  const folderOf = async (path: string): Promise<string> => {
    const named = (some: readonly GraphFolder[]) => some.find((folder) => folder.path === path);
    const found = named(listed ?? []) ?? named(await list());
    if (!found) throw notThere();
    return found.id;
  };
  return {
    get commands() {
      return client.meter.requests;
    },
    folders: async () => withStatus(client, book, await list()),
    open: async (path) => {
      const folderId = await folderOf(path);
      return openGraphFolder({ client, book, folderId }, folderOf).catch(goneFolder);
    },
    append: async (path, source) => {
      const folderId = await folderOf(path);
      const answer = await client.send({
        method: 'POST',
        path: `${folderPath(folderId)}/messages`,
        mime: source,
      });
      if (answer.status !== 201) throw client.failure(answer);
      const id = (answer.body as { readonly id?: unknown } | null)?.id;
      await refresh(client, book, folderId);
      return (await book.entries(folderId)).find(({ remoteId }) => remoteId === id)?.uid ?? null;
    },
    create: async (name) => {
      const answer = await client.send({
        method: 'POST',
        path: '/me/mailFolders',
        body: { displayName: name },
      });
      if (answer.status !== 201) throw client.failure(answer);
      const id = (answer.body as { readonly id?: unknown } | null)?.id;
      const made = (await list()).find((folder) => folder.id === id);
      if (!made) throw unlike('a folder that was made is not there');
      return made.path;
    },
    close: async () => undefined,
  };
}

function goneFolder(error: unknown): never {
  throw error instanceof ProviderFailure && error.kind === 'not-found' ? notThere() : error;
}

/** What is new in each folder is asked along, twenty folders to a request: a quiet round is a few. */
async function withStatus(
  client: GraphClient,
  book: MailBook,
  folders: readonly GraphFolder[],
): Promise<readonly RemoteFolder[]> {
  const states = await book.states();
  // A large folder of which nothing is known is looked into when its turn comes.
  const known = folders.filter(({ id, count }) => states.get(id)?.cursor != null || count < PAGE);
  const told = new Map<string, RemoteFolder['status']>();
  for (let from = 0; from < known.length; from += MOST_PARTS) {
    const some = known.slice(from, from + MOST_PARTS);
    const answers = await client.batch(some.map(({ id }) => firstQuestion(id, states.get(id))));
    for (const [at, { id }] of some.entries()) {
      const answer = answers[at];
      // One that has to be compared whole is looked into when its turn comes.
      if (!answer || isDead(answer) || answer.status === 404) continue;
      told.set(id, folderStatus(await refresh(client, book, id, { known: states.get(id), answer })));
    }
  }
  return folders.map(({ id, path, name, role }) => ({
    path,
    name,
    delimiter: DELIMITER,
    role,
    selectable: true,
    status: told.get(id) ?? null,
  }));
}

interface Draft {
  readonly id: string;
  /** Who stands in its head. */
  readonly named: ReadonlySet<string>;
}

/**
 * Lays the bytes there as a draft, then has it sent: until the second step nothing has gone for certain, and after it the
 * draft itself tells, for it keeps its id (M3).
 */
export async function sendByGraph(
  client: GraphClient,
  { recipients, source }: OutgoingSource,
): Promise<SendResult> {
  let passed = false;
  try {
    const draft = await layDraft(client, source);
    const bcc = recipients.filter((address) => !draft.named.has(address.toLowerCase()));
    if (bcc.length > 0) await addBlindCopies(client, draft, bcc);
    passed = true;
    const answer = await client
      .send({ method: 'POST', path: `${messagePath(draft.id)}/send`, body: {} })
      .catch((error: unknown) => (error instanceof ProviderFailure ? error : Promise.reject(error)));
    if (!(answer instanceof ProviderFailure) && answer.status === 202)
      return { kind: 'accepted', refused: [] };
    if (!(answer instanceof ProviderFailure)) {
      const { message } = client.failure(answer);
      await discard(client, draft);
      return { kind: 'refused', refused: [], reason: message };
    }
    return await whatBecameOf(client, draft, answer);
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return { kind: passed ? 'unknown' : 'not-sent', reason: error.message };
  }
}

async function layDraft(client: GraphClient, source: Uint8Array): Promise<Draft> {
  const answer = await client.send({ method: 'POST', path: '/me/messages', mime: source });
  if (answer.status !== 201) throw client.failure(answer);
  const body = answer.body as Readonly<Record<string, unknown>> | null;
  if (typeof body?.['id'] !== 'string') throw unlike('a draft that was made has no id');
  const named = ['toRecipients', 'ccRecipients', 'bccRecipients'].flatMap((field) =>
    ((body[field] ?? []) as readonly { emailAddress?: { address?: string } }[]).map(({ emailAddress }) =>
      (emailAddress?.address ?? '').toLowerCase(),
    ),
  );
  return { id: body['id'], named: new Set(named) };
}

async function addBlindCopies(client: GraphClient, { id }: Draft, bcc: readonly string[]): Promise<void> {
  const bccRecipients = bcc.map((address) => ({ emailAddress: { address } }));
  const answer = await client.send({ method: 'PATCH', path: messagePath(id), body: { bccRecipients } });
  if (answer.status !== 200) throw client.failure(answer);
}

/** It was refused for certain: nothing of it is left lying about. */
async function discard(client: GraphClient, { id }: Draft): Promise<void> {
  await client.send({ method: 'DELETE', path: messagePath(id) }).catch(() => undefined);
}

/** Whether the draft has left: then it went. One that is still a draft may be on its way. */
async function whatBecameOf(client: GraphClient, { id }: Draft, lost: ProviderFailure): Promise<SendResult> {
  const look = await client.send({ method: 'GET', path: messagePath(id) }).catch(() => null);
  const { isDraft } = (look?.body ?? {}) as { readonly isDraft?: unknown };
  if (look?.status === 200 && isDraft === false) return { kind: 'accepted', refused: [] };
  return { kind: 'unknown', reason: lost.message };
}

/** So often the inbox is asked whether something has come: Microsoft tells it by itself to public addresses only. */
const LOOK_MS = 15_000;

/** @throws ProviderFailure when the inbox cannot be asked at all. */
export async function watchGraph(client: GraphClient, changed: () => void): Promise<MailWatch> {
  const counted = async () => JSON.stringify(await client.read(`/me/mailFolders/inbox${COUNTS}`));
  const ended = Promise.withResolvers<void>();
  let known = await counted();
  let looking = false;
  const look = async () => {
    const now = await counted();
    if (now !== known) changed();
    known = now;
  };
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look()
      .catch(stop)
      .finally(() => {
        looking = false;
      });
  }, LOOK_MS);
  timer.unref();
  function stop(): void {
    clearInterval(timer);
    ended.resolve();
  }
  return { ended: ended.promise, close: async () => stop() };
}

const COUNTS = query({ $select: 'id,totalItemCount,unreadItemCount' });
