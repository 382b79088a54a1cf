import { PenLine, Plus, Settings2 } from 'lucide-react';
import type { FolderRole, Mailbox, MailFolder } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { ColourDot } from '../../ui/display/colour-dot.tsx';
import type { MailSearch } from '../mail-search.ts';
import { useMailboxes } from '../use-mailboxes.ts';
import { depthOf, folderIcon, folderName, inOrder } from './folder-look.ts';

interface FolderPaneProps {
  readonly search: MailSearch;
  readonly onPick: (search: MailSearch) => void;
  readonly onConnect: () => void;
  readonly onSettings: (mailbox: Mailbox) => void;
}

/** All mailboxes and their folders. */
export function FolderPane({ search, onPick, onConnect, onSettings }: FolderPaneProps) {
  const { words } = useReader();
  const { mailboxes } = useMailboxes();
  return (
    <nav aria-label={words.mailbox.folders} className="space-y-4 p-3">
      {mailboxes.length > 1 && <EveryMailbox search={search} onPick={onPick} />}
      <OutgoingRow search={search} onPick={onPick} />
      {mailboxes.map((mailbox) => (
        <section key={mailbox.id} aria-label={mailbox.name}>
          <div className="mb-1 flex items-center gap-2 pl-2.5">
            <ColourDot colour={mailbox.color} />
            <h2
              className="min-w-0 flex-1 truncate text-[13px] font-semibold text-soft"
              title={mailbox.address}
            >
              {mailbox.name}
            </h2>
            {mailbox.own && (
              <IconButton
                small
                icon={Settings2}
                label={words.mailbox.settings({ name: mailbox.name })}
                onClick={() => onSettings(mailbox)}
              />
            )}
          </div>
          <ul>
            {inOrder(mailbox.folders).map((folder) => (
              <FolderRow
                key={folder.id}
                folder={folder}
                alone={mailboxes.length === 1}
                search={search}
                onPick={onPick}
              />
            ))}
          </ul>
        </section>
      ))}
      <Button look="quiet" size="small" className="w-full justify-start" onClick={onConnect}>
        <Plus aria-hidden className="size-4" />
        {words.mailbox.connect}
      </Button>
    </nav>
  );
}

type Picking = Pick<FolderPaneProps, 'search' | 'onPick'>;

const EVERYWHERE: readonly FolderRole[] = ['inbox', 'sent', 'trash'];

function EveryMailbox({ search, onPick }: Picking) {
  const { words } = useReader();
  const { mailboxes } = useMailboxes();
  const folders = mailboxes.flatMap((mailbox) => mailbox.folders);
  return (
    <section aria-label={words.mailbox.everyMailbox}>
      <h2 className="mb-1 pl-2.5 text-[13px] font-semibold text-soft">{words.mailbox.everyMailbox}</h2>
      <ul>
        {EVERYWHERE.map((role) => (
          <Row
            key={role}
            icon={folderIcon(role)}
            name={words.mailbox.roles[role]}
            count={
              role === 'inbox'
                ? folders.filter((one) => one.role === role).reduce((sum, one) => sum + one.unread, 0)
                : 0
            }
            chosen={isPlain(search) && !search.folder && (search.role ?? 'inbox') === role}
            onPick={() => onPick({ role })}
          />
        ))}
      </ul>
    </section>
  );
}

function OutgoingRow({ search, onPick }: Picking) {
  const { words } = useReader();
  const { data: mails = [] } = trpc.outgoing.list.useQuery();
  const open = mails.filter(({ state }) => state !== 'SENT' && state !== 'FILED').length;
  return (
    <ul>
      <Row
        icon={PenLine}
        name={words.mailbox.outgoing}
        count={open}
        chosen={search.box === 'outgoing'}
        onPick={() => onPick({ box: 'outgoing' })}
      />
    </ul>
  );
}

interface FolderRowProps extends Picking {
  readonly folder: MailFolder;
  /** Of the only mailbox: its inbox is the one that is shown at first. */
  readonly alone: boolean;
}

function FolderRow({ folder, alone, search, onPick }: FolderRowProps) {
  const { words } = useReader();
  const { id, role, unread, selectable } = folder;
  const first = alone && role !== null && !search.folder && (search.role ?? 'inbox') === role;
  return (
    <Row
      icon={folderIcon(role)}
      name={folderName(folder, words)}
      count={role === 'sent' || role === 'trash' || role === 'drafts' ? 0 : unread}
      depth={depthOf(folder)}
      chosen={isPlain(search) && (search.folder === id || first)}
      onPick={selectable ? () => onPick({ folder: id }) : null}
    />
  );
}

function isPlain({ box, q }: MailSearch): boolean {
  return box === undefined && q === undefined;
}

const INDENTS = ['pl-2.5', 'pl-6', 'pl-9', 'pl-12', 'pl-15'];

interface RowProps {
  readonly icon: ReturnType<typeof folderIcon>;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
  readonly depth?: number;
  /** Null: it only holds others. */
  readonly onPick: (() => void) | null;
}

function Row({ icon: Icon, name, count, chosen, depth = 0, onPick }: RowProps) {
  const { words } = useReader();
  return (
    <li>
      <button
        type="button"
        disabled={onPick === null}
        aria-current={chosen ? 'true' : undefined}
        onClick={() => onPick?.()}
        className={classNames(
          'flex h-9 w-full items-center gap-2.5 rounded-lg pr-2.5 text-left transition-colors pointer-coarse:h-11',
          INDENTS[depth] ?? 'pl-15',
          chosen ? 'bg-accent-soft font-medium text-accent' : 'hover:bg-sunken',
          onPick === null && 'text-soft',
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {count > 0 && (
          <span className="text-[13px] font-semibold tabular-nums">
            <span aria-hidden>{count}</span>
            <span className="sr-only">{words.mailbox.unread({ count })}</span>
          </span>
        )}
      </button>
    </li>
  );
}
