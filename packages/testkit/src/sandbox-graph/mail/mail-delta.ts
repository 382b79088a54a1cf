import { type Fields, GraphError } from '../graph-store.ts';
import type { Asked } from '../lint.ts';
import type { Answered, Serving } from '../serving.ts';
import { messageAnswer } from './mail-answer.ts';
import type { StoredFolder, StoredMail } from './stored-mail.ts';

interface Token {
  readonly since: number;
  readonly until: number;
  readonly told: number;
  readonly size: number;
}

/** What has changed in a folder since a link was given; what went elsewhere is removed from here. */
export function mailDelta(serving: Serving, mail: StoredMail, folder: StoredFolder, asked: Asked): Answered {
  const { settings, emptied, base } = serving;
  const token = tokenOf(mail, asked, settings);
  const since = settings.replays ? Math.max(0, token.since - 3) : token.since;
  const rows: Fields[] = [
    ...[...mail.messages.values()]
      .filter(({ folderId, changedAt }) => folderId === folder.id && changedAt > since)
      .toReversed()
      .toSorted((a, b) => b.received.localeCompare(a.received))
      .map(messageAnswer),
    ...mail.left
      .filter(
        ({ id, folderId, at }) =>
          folderId === folder.id && at > since && mail.messages.get(id)?.folderId !== folderId,
      )
      .map(({ id }) => ({ id, '@removed': { reason: mail.messages.has(id) ? 'changed' : 'deleted' } })),
  ];
  const value = rows.slice(token.told, token.told + token.size);
  const told = token.told + value.length;
  const more = told < rows.length;
  const next: Token = more ? { ...token, told } : { ...token, since: token.until, told: 0 };
  const kind = more ? 'skiptoken' : 'deltatoken';
  const link = `${base()}/me/mailFolders/${encodeURIComponent(folder.id)}/messages/delta?$${kind}=${written(next)}`;
  return {
    status: 200,
    body: { value: emptied ? [] : value, [more ? '@odata.nextLink' : '@odata.deltaLink']: link },
  };
}

function tokenOf(mail: StoredMail, { query, headers }: Asked, settings: Serving['settings']): Token {
  const [begun, going] = [query.get('$deltatoken'), query.get('$skiptoken')];
  const size = Number(/odata\.maxpagesize=(\d+)/.exec(headers['prefer'] ?? '')?.[1] ?? settings.pageSize);
  if (begun === null && going === null) return { since: 0, until: mail.history, told: 0, size };
  const token = read(begun ?? going ?? '');
  if (token === null || (token.since < mail.deadBefore && (begun !== null || token.since > 0)))
    throw new GraphError(settings.deadToken, 'SyncStateNotFound', 'The sync state generation is not found.');
  return begun === null ? token : { ...token, until: mail.history, told: 0, size };
}

function written(token: Token): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function read(text: string): Token | null {
  try {
    const token = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Token;
    return typeof token.since === 'number' ? token : null;
  } catch {
    return null;
  }
}
