import { Archive, FolderInput, Inbox, Mail, MailOpen, ShieldAlert, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PlacedMail } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { Menu, MenuItem } from '../../ui/overlay/menu.tsx';
import { folderIcon, folderName, inOrder } from '../folders/folder-look.ts';
import { useMailboxes } from '../use-mailboxes.ts';
import type { MailActs } from './use-mail-acts.ts';

interface ActBarProps {
  readonly messages: readonly PlacedMail[];
  readonly acts: MailActs;
  /** They have left the list. */
  readonly onGone: () => void;
  /** They are unread again. */
  readonly onUnread: () => void;
}

/** What can be done with these messages. */
export function ActBar({ messages, acts, onGone, onUnread }: ActBarProps) {
  const { words } = useReader();
  const [asking, setAsking] = useState(false);
  const ids = messages.map(({ id }) => id);
  const roles = useRolesOf(messages);
  const seen = messages.every((one) => one.seen);
  const flagged = messages.some((one) => one.flagged);
  const go = (role: 'archive' | 'trash' | 'junk' | 'inbox') => {
    acts.moveToRole(ids, role);
    onGone();
  };
  const inTrash = roles.has('trash') && roles.size === 1;
  return (
    <>
      {roles.has('archive') || roles.has('junk') || roles.has('trash') ? (
        <IconButton icon={Inbox} label={words.mailbox.inbox} onClick={() => go('inbox')} />
      ) : (
        <IconButton icon={Archive} label={words.mailbox.archive} onClick={() => go('archive')} />
      )}
      <IconButton
        icon={Trash2}
        label={inTrash ? words.mailbox.removeForGood : words.mailbox.remove}
        onClick={() => (inTrash ? setAsking(true) : go('trash'))}
      />
      {!roles.has('junk') && (
        <IconButton icon={ShieldAlert} label={words.mailbox.junk} onClick={() => go('junk')} />
      )}
      <MoveMenu messages={messages} acts={acts} onGone={onGone} />
      <IconButton
        icon={seen ? Mail : MailOpen}
        label={seen ? words.mailbox.markUnseen : words.mailbox.markSeen}
        onClick={() => {
          acts.mark(ids, seen ? 'unseen' : 'seen');
          if (seen) onUnread();
        }}
      />
      <IconButton
        icon={Star}
        label={flagged ? words.mailbox.unflag : words.mailbox.flag}
        aria-pressed={flagged}
        onClick={() => acts.mark(ids, flagged ? 'unflagged' : 'flagged')}
        className={flagged ? '[&_svg]:fill-warn [&_svg]:text-warn' : ''}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        pending={false}
        title={words.mailbox.removeTitle({ count: ids.length })}
        lead={words.mailbox.removeLead}
        confirm={words.mailbox.removeForGood}
        onConfirm={() => {
          setAsking(false);
          acts.removeForGood(ids);
          onGone();
        }}
      />
    </>
  );
}

/** For what the folders are in which they lie. */
function useRolesOf(messages: readonly PlacedMail[]) {
  const { mailboxes } = useMailboxes();
  const folders = new Map(mailboxes.flatMap((one) => one.folders).map(({ id, role }) => [id, role]));
  return new Set(
    messages.map(({ folderId }) => (folderId === null ? null : (folders.get(folderId) ?? null))),
  );
}

/** The folders of the one mailbox in which they are; of several, none is the same. */
function MoveMenu({ messages, acts, onGone }: Pick<ActBarProps, 'messages' | 'acts' | 'onGone'>) {
  const { words } = useReader();
  const { mailboxes } = useMailboxes();
  const accounts = new Set(messages.map(({ accountId }) => accountId));
  const mailbox = accounts.size === 1 ? mailboxes.find(({ id }) => accounts.has(id)) : undefined;
  if (!mailbox) return null;
  return (
    <Menu trigger={<IconButton icon={FolderInput} label={words.mailbox.moveTo} />}>
      {inOrder(mailbox.folders)
        .filter(({ selectable }) => selectable)
        .map((folder) => {
          const Icon = folderIcon(folder.role);
          const name = folderName(folder, words);
          return (
            <MenuItem
              key={folder.id}
              icon={<Icon aria-hidden className="size-4 text-soft" />}
              onSelect={() => {
                acts.move(
                  messages.map(({ id }) => id),
                  { folderId: folder.id },
                  name,
                );
                onGone();
              }}
            >
              {name}
            </MenuItem>
          );
        })}
    </Menu>
  );
}
