import type { FolderRole, FolderRoleGuess } from '@atelier/mail/folder/folder-role';
import { oneLine } from '@atelier/mail/text/one-line';
import { z } from 'zod';
import type { GraphClient } from '../wire/graph-client.ts';
import { unlike } from '../wire/graph-failure.ts';
import { query } from '../wire/paths.ts';

export interface GraphFolder {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly role: FolderRoleGuess | null;
  /** Messages, as the server counts them. */
  readonly count: number;
}

export const DELIMITER = '/';
/** More folders than that are not looked into. */
const MOST_FOLDERS = 2_000;
const MOST_LEVELS = 20;

const WELL_KNOWN: readonly (readonly [string, FolderRole])[] = [
  ['inbox', 'inbox'],
  ['drafts', 'drafts'],
  ['sentitems', 'sent'],
  ['deleteditems', 'trash'],
  ['junkemail', 'junk'],
  ['archive', 'archive'],
];

const folder = z.object({
  id: z.string().min(1),
  displayName: z.string(),
  childFolderCount: z.number().nullish(),
  totalItemCount: z.number().nullish(),
});
const page = z.object({ value: z.array(folder), '@odata.nextLink': z.string().nullish() });
type Row = z.output<typeof folder>;

const LIST = query({ $select: 'id,displayName,childFolderCount,totalItemCount', $top: 100 });

/** What folders are for, by Microsoft's own names for them: asked once. @returns by their id */
export async function rolesAt(client: GraphClient): Promise<ReadonlyMap<string, FolderRole>> {
  const answers = await client.batch(
    WELL_KNOWN.map(([name]) => ({
      method: 'GET',
      path: `/me/mailFolders/${name}${query({ $select: 'id' })}`,
    })),
  );
  return new Map(
    answers.flatMap(({ status, body }, at): [string, FolderRole][] => {
      // Not every mailbox has all of them.
      const id = status === 200 ? (body as { id?: unknown } | null)?.id : undefined;
      const role = WELL_KNOWN[at]?.[1];
      return typeof id === 'string' && role ? [[id, role]] : [];
    }),
  );
}

/** All folders, those of folders among them. */
export async function foldersAt(
  client: GraphClient,
  roles: ReadonlyMap<string, FolderRole>,
): Promise<readonly GraphFolder[]> {
  const found: GraphFolder[] = [];
  let level: readonly { readonly path: string; readonly under: string }[] = [
    { path: `/me/mailFolders${LIST}`, under: '' },
  ];
  for (let depth = 0; level.length > 0 && depth < MOST_LEVELS; depth += 1) {
    const next: { path: string; under: string }[] = [];
    for (const { path, under } of level) {
      for (const row of await rowsAt(client, path)) {
        const one = folderOf(row, under, roles);
        if (found.length >= MOST_FOLDERS) return found;
        found.push(one);
        if ((row.childFolderCount ?? 0) > 0)
          next.push({ path: `${folderPath(row.id)}/childFolders${LIST}`, under: one.path + DELIMITER });
      }
    }
    level = next;
  }
  return found;
}

async function rowsAt(client: GraphClient, path: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let link: string | null = path; link !== null && rows.length < MOST_FOLDERS; ) {
    const read: z.ZodSafeParseResult<z.output<typeof page>> = page.safeParse(await client.read(link));
    if (!read.success) throw unlike('a list of folders is of another kind');
    rows.push(...read.data.value);
    link = read.data['@odata.nextLink'] ?? null;
  }
  return rows;
}

function folderOf(
  { id, displayName, totalItemCount }: Row,
  under: string,
  roles: ReadonlyMap<string, FolderRole>,
): GraphFolder {
  // A slash in a name is no level of the tree.
  const name = oneLine(displayName).replaceAll(DELIMITER, '∕') || id;
  const role = roles.get(id);
  return {
    id,
    name,
    path: under + name,
    role: role ? { role, by: 'attribute' } : null,
    count: totalItemCount ?? 0,
  };
}

export function folderPath(id: string): string {
  return `/me/mailFolders/${encodeURIComponent(id)}`;
}

export function messagePath(id: string): string {
  return `/me/messages/${encodeURIComponent(id)}`;
}
