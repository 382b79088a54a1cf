import { MailOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { ShortcutSheet } from '../agenda/keys/shortcut-sheet.tsx';
import type { Mailbox } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { Drawer } from '../ui/overlay/drawer.tsx';
import { useMedia } from '../ui/use-media.ts';
import { useMailActs } from './act/use-mail-acts.ts';
import { FolderPane } from './folders/folder-pane.tsx';
import { useListed } from './folders/use-listed.ts';
import type { Conversation } from './list/conversations.ts';
import { ListColumn } from './list/list-column.tsx';
import { useMessages } from './list/use-messages.ts';
import { useSelection } from './list/use-selection.ts';
import { ThreadView } from './read/thread-view.tsx';
import { MailboxSettings } from './setup/mailbox-settings.tsx';
import { useMailKeys } from './use-mail-keys.ts';
import { useMailPlace } from './use-mail-place.ts';
import { useWatchingMail } from './use-mailboxes.ts';
import { ComposeDialog } from './write/compose-dialog.tsx';
import { useCompose } from './write/use-compose.ts';

const MAIL_KEYS = ['mail'] as const;

/** Folders, a list and a message; on a phone one after the other. */
export function MailDesk({ onConnect }: { readonly onConnect: (address: string) => void }) {
  const { words } = useReader();
  const phone = useMedia('(max-width: 767px)');
  const wide = useMedia('(min-width: 1280px)');
  const place = useMailPlace();
  const { search, thread } = place;
  const { inTrash } = useListed(search);
  const messages = useMessages(search);
  const selection = useSelection(messages.rows);
  const acts = useMailActs();
  const compose = useCompose();
  const searchField = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<'folders' | 'help' | null>(null);
  const [settingsOf, setSettingsOf] = useState<Mailbox | null>(null);
  useWatchingMail();
  const onGone = ({ threadId }: Pick<Conversation, 'threadId'>) => {
    const at = messages.rows.findIndex((row) => row.threadId === threadId);
    const next = phone ? undefined : (messages.rows[at + 1] ?? messages.rows[at - 1]);
    if (at !== -1 && next) place.open(next.threadId);
    else place.close();
  };
  useMailKeys({
    place,
    rows: messages.rows,
    selection,
    acts,
    inTrash,
    searchField,
    onGone,
    onAnswer: compose.answer,
    onWrite: compose.write,
    onHelp: () => setOpen('help'),
  });
  const folders = (
    <FolderPane
      search={search}
      onPick={(next) => {
        setOpen(null);
        selection.clear();
        place.toList(next);
      }}
      onConnect={() => onConnect('')}
      onSettings={setSettingsOf}
    />
  );
  return (
    <div className="flex h-full min-w-0">
      {wide && <div className="w-60 shrink-0 overflow-y-auto border-r border-line bg-surface">{folders}</div>}
      {!(phone && thread) && (
        <ListColumn
          place={place}
          messages={messages}
          selection={selection}
          acts={acts}
          compose={compose}
          searchField={searchField}
          onFolders={wide ? null : () => setOpen('folders')}
          onConnect={onConnect}
        />
      )}
      {thread ? (
        <ThreadView
          key={thread}
          threadId={thread}
          phone={phone}
          acts={acts}
          onClose={place.close}
          onGone={() => onGone({ threadId: thread })}
          onAnswer={compose.answer}
        />
      ) : (
        !phone && (
          <div className="flex flex-1 items-center justify-center">
            <EmptyState icon={MailOpen} title={words.mailbox.pick} hint={words.mailbox.pickHint} />
          </div>
        )
      )}
      <Drawer open={open === 'folders'} onClose={() => setOpen(null)} title={words.mailbox.folders}>
        {folders}
      </Drawer>
      <ShortcutSheet open={open === 'help'} onClose={() => setOpen(null)} places={MAIL_KEYS} />
      <MailboxSettings mailbox={settingsOf} onClose={() => setSettingsOf(null)} />
      <ComposeDialog compose={compose} />
    </div>
  );
}
