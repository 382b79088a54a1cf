import { type Fields, GraphError, invalid, notFound, type StoredUser } from '../graph-store.ts';
import type { Asked } from '../lint.ts';
import type { Answered, Serving } from '../serving.ts';
import { headerOf, messageAnswer } from './mail-answer.ts';
import { mailDelta } from './mail-delta.ts';
import {
  changed,
  leave,
  moved,
  type StoredFolder,
  type StoredMail,
  type StoredMessage,
} from './stored-mail.ts';

const ok = (body: Fields, status = 200): Answered => ({ status, body });

/** `/me/mailFolders…` and `/me/messages…`; null: something else was asked for. */
export function mailAnswer(serving: Serving, { mailbox: mail }: StoredUser, asked: Asked): Answered | null {
  const parts = asked.path.split('/').slice(2).map(decodeURIComponent);
  if (parts[0] === 'mailFolders') return folders(serving, mail, asked, parts.slice(1));
  if (parts[0] === 'messages') return messages(serving, mail, asked, parts.slice(1));
  return null;
}

function folders(serving: Serving, mail: StoredMail, asked: Asked, parts: readonly string[]): Answered {
  const [name, what, more] = parts;
  if (name === undefined) {
    if (asked.method === 'POST') return makeFolder(serving, mail, asked);
    return listed(serving, asked, childrenOf(mail, null));
  }
  const folder = [...mail.folders.values()].find((one) => one.id === name || one.wellKnown === name);
  if (!folder) throw notFound();
  if (what === undefined) return ok(folderAnswer(mail, folder));
  if (what === 'childFolders') return listed(serving, asked, childrenOf(mail, folder.id));
  if (what === 'messages' && more === 'delta') return mailDelta(serving, mail, folder, asked);
  if (what === 'messages' && asked.method === 'POST') return create(serving, mail, asked, folder.id);
  if (what === 'messages') return filtered(serving, mail, asked, folder);
  throw notFound();
}

function childrenOf(mail: StoredMail, parentId: string | null): readonly Fields[] {
  return [...mail.folders.values()]
    .filter((folder) => folder.parentId === parentId)
    .map((folder) => folderAnswer(mail, folder));
}

function folderAnswer(mail: StoredMail, { id, displayName, parentId }: StoredFolder): Fields {
  const inside = [...mail.messages.values()].filter(({ folderId }) => folderId === id);
  return {
    id,
    displayName,
    parentFolderId: parentId ?? 'root',
    childFolderCount: [...mail.folders.values()].filter((one) => one.parentId === id).length,
    totalItemCount: inside.length,
    unreadItemCount: inside.filter(({ fields }) => !fields.isRead).length,
  };
}

function listed(serving: Serving, { path, query }: Asked, all: readonly Fields[]): Answered {
  const size = Number(query.get('$top') ?? 10);
  const skip = Number(query.get('$skip') ?? 0);
  const value = serving.emptied ? [] : all.slice(skip, skip + size);
  if (serving.emptied || skip + size >= all.length) return ok({ value });
  const next = new URLSearchParams(query);
  next.set('$skip', String(skip + size));
  return ok({ value, '@odata.nextLink': `${serving.base()}${path}?${next}` });
}

function makeFolder({ store }: Serving, mail: StoredMail, { body }: Asked): Answered {
  const displayName = String(body?.['displayName'] ?? '');
  if ([...mail.folders.values()].some((one) => one.parentId === null && one.displayName === displayName))
    throw new GraphError(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
  const folder: StoredFolder = { id: `AQMk-${store.newId()}`, displayName, parentId: null, wellKnown: null };
  mail.folders.set(folder.id, folder);
  return ok(folderAnswer(mail, folder), 201);
}

function filtered(serving: Serving, mail: StoredMail, asked: Asked, folder: StoredFolder): Answered {
  const [, id] = /^internetMessageId eq '((?:[^']|'')*)'$/.exec(asked.query.get('$filter') ?? '') ?? [];
  const found = [...mail.messages.values()].filter(
    (message) =>
      message.folderId === folder.id &&
      (id === undefined || headerOf(message.mime, 'Message-ID') === id.replaceAll("''", "'")),
  );
  return listed(serving, asked, found.map(messageAnswer));
}

function messages(serving: Serving, mail: StoredMail, asked: Asked, parts: readonly string[]): Answered {
  const [id, what] = parts;
  if (id === undefined) return create(serving, mail, asked, 'AQMk-drafts');
  const message = mail.messages.get(id);
  if (!message) throw notFound();
  if (what === '$value') return { status: 200, body: null, bytes: message.mime };
  if (what === 'move') return move(mail, message, asked);
  if (what === 'send') return send(mail, message);
  if (asked.method === 'GET') return ok(messageAnswer(message));
  if (asked.method === 'PATCH') return patch(mail, message, asked.body ?? {});
  if (asked.method === 'DELETE') {
    leave(mail, message);
    mail.messages.delete(id);
    return { status: 204, body: null };
  }
  throw notFound();
}

/** A message that is made by a client is a draft, wherever it is put. */
function create({ store }: Serving, mail: StoredMail, asked: Asked, folderId: string): Answered {
  const text = asked.text ?? '';
  if (!/^[A-Za-z0-9+/=\s]+$/.test(text))
    throw invalid('Invalid base64 string for MIME content.', 'ErrorMimeContentInvalidBase64String');
  const message = put(mail, store.newId(), folderId, Buffer.from(text, 'base64'), store.now().toString());
  message.fields = { ...message.fields, isDraft: true, isRead: true };
  return ok(messageAnswer(message), 201);
}

/** What arrives, or another program lays there. */
export function put(
  mail: StoredMail,
  id: string,
  folderId: string,
  mime: Buffer,
  received: string,
): StoredMessage {
  const message: StoredMessage = {
    id: `AAMk-${id}`,
    folderId,
    mime,
    received,
    fields: { isRead: false, isDraft: false, flagged: false, categories: [] },
    bcc: [],
    extended: new Map(),
    changedAt: 0,
  };
  mail.messages.set(message.id, message);
  changed(mail, message);
  return message;
}

function move(mail: StoredMail, message: StoredMessage, { body }: Asked): Answered {
  const wanted = body?.['destinationId'];
  const to = [...mail.folders.values()].find(({ id, wellKnown }) => id === wanted || wellKnown === wanted);
  if (!to) throw notFound();
  moved(mail, message, to.id);
  return ok(messageAnswer(message), 201);
}

function patch(mail: StoredMail, message: StoredMessage, body: Fields): Answered {
  const { isRead, categories, flag, bccRecipients, singleValueExtendedProperties } = body;
  if (typeof isRead === 'boolean') message.fields.isRead = isRead;
  if (Array.isArray(categories)) message.fields.categories = categories as string[];
  if (flag) message.fields.flagged = (flag as Fields)['flagStatus'] === 'flagged';
  for (const { id, value } of (singleValueExtendedProperties ?? []) as { id: string; value: string }[])
    message.extended.set(id, value);
  if (Array.isArray(bccRecipients))
    message.bcc = (bccRecipients as { emailAddress: { address: string } }[]).map(
      ({ emailAddress }) => emailAddress.address,
    );
  changed(mail, message);
  return ok(messageAnswer(message));
}

/** It goes to everybody, and lies among what was sent under the id that it had. */
function send(mail: StoredMail, message: StoredMessage): Answered {
  if (!message.fields.isDraft) throw invalid('The item is no draft.', 'ErrorItemNotDraft');
  mail.sent.push({ mime: message.mime.toString('utf8'), bcc: message.bcc });
  message.fields.isDraft = false;
  moved(mail, message, 'AQMk-sentitems');
  return { status: 202, body: null };
}
