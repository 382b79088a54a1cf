import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type {
  FolderRole,
  ListedIds,
  MailMark,
  MailTarget,
  PlacedMail,
  WholeList,
} from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { questionOf } from '../../live/staleness.ts';

/** The server takes no more at once. */
const AT_ONCE = 500;

type Parts = InfiniteData<{ readonly messages: readonly PlacedMail[]; readonly next: string | null }>;

/** Where a message was. */
interface Before {
  readonly id: string;
  readonly folderId: string | null;
}

export type MailActs = ReturnType<typeof useMailActs>;

/** What is done with messages, one or many: it shows at once, and where it is refused it is again as before. */
export function useMailActs() {
  const { words } = useReader();
  const utils = trpc.useUtils();
  const { client } = utils;
  const change = useChangeHere();
  const onError = useProblemToast();
  const asBefore = (error: unknown) => {
    onError(error);
    void utils.mailboxes.invalidate();
  };

  async function mark(ids: readonly string[], how: MailMark): Promise<void> {
    change(ids, (message) => ({ ...message, ...MARKED[how] }));
    try {
      for (const some of inParts(ids)) await client.mailboxes.mark.mutate({ ids: some, mark: how });
    } catch (error) {
      asBefore(error);
    }
  }

  async function move(ids: readonly string[], to: MailTarget, folder: string): Promise<void> {
    change(ids, () => null, 'messages');
    try {
      const before: Before[] = [];
      for (const some of inParts(ids))
        before.push(...(await client.mailboxes.move.mutate({ ids: some, to })).before);
      movedToast(before, folder);
    } catch (error) {
      asBefore(error);
    }
  }

  const movedToast = (before: readonly Before[], folder: string) =>
    void toast.success(words.mailbox.moved({ count: before.length, folder }), {
      action: { label: words.mailbox.undo, onClick: () => void putBack(before) },
    });

  async function putBack(before: readonly Before[]): Promise<void> {
    try {
      for (const [folderId, places] of Map.groupBy(before, (one) => one.folderId)) {
        if (folderId === null) continue;
        for (const ids of inParts(places.map(({ id }) => id)))
          await client.mailboxes.move.mutate({ ids, to: { folderId } });
      }
    } catch (error) {
      asBefore(error);
    }
  }

  async function removeForGood(ids: readonly string[]): Promise<void> {
    change(ids, () => null);
    try {
      for (const some of inParts(ids)) await client.mailboxes.deleteForGood.mutate({ ids: some });
      toast.success(words.mailbox.removed({ count: ids.length }));
    } catch (error) {
      asBefore(error);
    }
  }

  /** Part by part, with how far it has come; what has been done when it breaks off stays done, and can be undone. */
  async function whole(
    list: WholeList,
    deal: (ids: string[]) => Promise<readonly Before[]>,
    end: (before: readonly Before[]) => void,
  ): Promise<void> {
    const progress = toast.loading(words.mailbox.working({ count: 0 }));
    const before: Before[] = [];
    try {
      for (let from: string | null = null; ; ) {
        const part: ListedIds = await client.mailboxes.ids.query({ list, before: from });
        if (part.ids.length > 0) before.push(...(await deal([...part.ids])));
        toast.loading(words.mailbox.working({ count: before.length }), { id: progress });
        from = part.next;
        if (from === null) break;
      }
    } catch (error) {
      asBefore(error);
    } finally {
      toast.dismiss(progress);
      void utils.mailboxes.invalidate();
    }
    if (before.length > 0) end(before);
  }

  const markWhole = (list: WholeList, how: MailMark) =>
    whole(
      list,
      async (ids) => (await client.mailboxes.mark.mutate({ ids, mark: how })).before,
      ({ length: count }) => void toast.success(words.mailbox.marked.seen({ count })),
    );
  const moveWhole = (list: WholeList, role: FolderRole) =>
    whole(
      list,
      async (ids) => (await client.mailboxes.move.mutate({ ids, to: { role } })).before,
      (before) => movedToast(before, words.mailbox.roles[role]),
    );

  const moveToRole = (ids: readonly string[], role: FolderRole) =>
    move(ids, { role }, words.mailbox.roles[role]);
  return {
    mark: (ids: readonly string[], how: MailMark) => void mark(ids, how),
    move: (ids: readonly string[], to: MailTarget, folder: string) => void move(ids, to, folder),
    moveToRole: (ids: readonly string[], role: FolderRole) => void moveToRole(ids, role),
    removeForGood: (ids: readonly string[]) => void removeForGood(ids),
    markWhole: (list: WholeList, how: MailMark) => void markWhole(list, how),
    moveWhole: (list: WholeList, role: FolderRole) => void moveWhole(list, role),
  };
}

const MARKED: Record<MailMark, Partial<PlacedMail>> = {
  seen: { seen: true },
  unseen: { seen: false },
  flagged: { flagged: true },
  unflagged: { flagged: false },
};

function inParts(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, part) =>
    ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}

/** Changes the lists on the screen before the server has answered; null takes a message out. */
function useChangeHere() {
  const queries = useQueryClient();
  return (
    ids: readonly string[],
    change: (message: PlacedMail) => PlacedMail | null,
    only: 'messages' | 'both' = 'both',
  ) => {
    const touched = new Set(ids);
    const of = (message: PlacedMail) => (touched.has(message.id) ? change(message) : message);
    const lists = only === 'both' ? /^mailboxes\.(?:messages|search)$/ : /^mailboxes\.messages$/;
    queries.setQueriesData<Parts>(
      { predicate: ({ queryKey }) => lists.test(questionOf(queryKey).path) },
      (parts) =>
        parts && {
          ...parts,
          pages: parts.pages.map((page) => ({
            ...page,
            messages: page.messages.map(of).filter((message) => message !== null),
          })),
        },
    );
  };
}
