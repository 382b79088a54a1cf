import { useNavigate, useSearch } from '@tanstack/react-router';
import { MailOpen, MailPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { ShortcutSheet } from '../agenda/keys/shortcut-sheet.tsx';
import type { Mailbox } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { Button } from '../ui/controls/button.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { Drawer } from '../ui/overlay/drawer.tsx';
import { useMedia } from '../ui/use-media.ts';
import { EmptyFolder } from './act/empty-folder.tsx';
import { useMailActs } from './act/use-mail-acts.ts';
import { folderName, listedFolder } from './folders/folder-look.ts';
import { FolderPane } from './folders/folder-pane.tsx';
import type { Conversation } from './list/conversations.ts';
import { ListHead } from './list/list-head.tsx';
import { MessageList } from './list/message-list.tsx';
import { SelectionBar } from './list/selection-bar.tsx';
import { useMessages } from './list/use-messages.ts';
import { useSelection } from './list/use-selection.ts';
import { ThreadView } from './read/thread-view.tsx';
import { ConnectMailbox } from './setup/connect-mailbox.tsx';
import { MailboxSettings } from './setup/mailbox-settings.tsx';
import { MailSignedIn } from './setup/sign-in/mail-signed-in.tsx';
import { useMailKeys } from './use-mail-keys.ts';
import { useMailPlace } from './use-mail-place.ts';
import { useMailboxes, useWatchingMail } from './use-mailboxes.ts';
import { ComposeDialog } from './write/compose-dialog.tsx';
import { OutgoingList } from './write/outgoing-list.tsx';
import { useCompose } from './write/use-compose.ts';

/** The mail of whoever looks: folders, a list and a message; on a phone one after the other. */
export function MailPage() {
  const { words } = useReader();
  usePageTitle(words.mailbox.title);
  const { mailboxes, isPending, error } = useMailboxes();
  /** The address of one that is connected again, or nothing for another one. */
  const [chosen, setConnecting] = useState<string | null>(null);
  const { signIn, connect } = useSearch({ from: '/app/mail' });
  const navigate = useNavigate({ from: '/mail' });
  const connecting = chosen ?? connect ?? null;
  const leaveSignIn = () => void navigate({ search: {}, replace: true });
  return (
    <>
      {mailboxes.length > 0 ? (
        <Mail onConnect={setConnecting} />
      ) : (
        <div className="mx-auto max-w-xl p-4">
          {error && <ProblemNotice error={error} />}
          {isPending && <Skeleton className="h-64 rounded-2xl" />}
          {!error && !isPending && (
            <EmptyState
              whole
              icon={MailPlus}
              title={words.mailbox.none}
              hint={words.mailbox.noneHint}
              action={
                <Button look="primary" onClick={() => setConnecting('')}>
                  {words.mailbox.connect}
                </Button>
              }
            />
          )}
        </div>
      )}
      {signIn !== undefined && (
        <MailSignedIn
          id={signIn}
          onClose={leaveSignIn}
          onAgain={() => {
            leaveSignIn();
            setConnecting('');
          }}
        />
      )}
      <ConnectMailbox
        open={connecting !== null}
        address={connecting ?? ''}
        onClose={() => {
          setConnecting(null);
          if (connect !== undefined) leaveSignIn();
        }}
      />
    </>
  );
}

function Mail({ onConnect }: { readonly onConnect: (address: string) => void }) {
  const { words } = useReader();
  const phone = useMedia('(max-width: 767px)');
  const wide = useMedia('(min-width: 1280px)');
  const place = useMailPlace();
  const { search, thread } = place;
  const { title, sent, inTrash, emptied, listed } = useListed(search);
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
  const outgoing = search.box === 'outgoing';
  return (
    <div className="flex h-full min-w-0">
      {wide && <div className="w-60 shrink-0 overflow-y-auto border-r border-line bg-surface">{folders}</div>}
      {!(phone && thread) && (
        <section
          aria-label={words.mailbox.list}
          className="flex min-w-0 flex-1 flex-col border-r border-line bg-surface md:max-w-90 md:min-w-90"
        >
          <ListHead
            title={title}
            place={place}
            searchField={searchField}
            onFolders={wide ? null : () => setOpen('folders')}
            onWrite={compose.write}
            onSelectAll={messages.rows.length > 0 && !outgoing ? selection.all : null}
          />
          <MailboxNotices onConnect={onConnect} />
          <SelectionBar
            selection={selection}
            messages={messages.data?.pages.flatMap((part) => part.messages) ?? []}
            acts={acts}
            whole={messages.hasNextPage ? messages.whole : null}
            inTrash={inTrash}
          />
          {emptied && messages.rows.length > 0 && (
            <EmptyFolder folderId={listed.folderId} role={emptied} name={title} />
          )}
          {outgoing ? (
            <OutgoingList onWriteOn={compose.writeOn} />
          ) : (
            <MessageList
              messages={messages}
              openId={thread}
              searching={search.q !== undefined}
              sent={sent}
              selection={selection}
              acts={acts}
              onOpen={place.open}
            />
          )}
        </section>
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

const MAIL_KEYS = ['mail'] as const;

/** What the list is called. */
function useListed(search: ReturnType<typeof useMailPlace>['search']) {
  const { words } = useReader();
  const { mailboxes } = useMailboxes();
  const listed = listedFolder(mailboxes, search);
  const plain = search.q === undefined && search.box === undefined;
  const title = search.q !== undefined ? words.mailbox.results : folderName(listed, words);
  return {
    title: search.box === 'outgoing' ? words.outgoing.title : title,
    sent: plain && (listed.role === 'sent' || listed.role === 'drafts'),
    inTrash: plain && listed.role === 'trash',
    /** What may be emptied as a whole. */
    emptied:
      plain && !search.unread && (listed.role === 'trash' || listed.role === 'junk') ? listed.role : null,
    listed,
  };
}

/** A mailbox that stands still says so; its owner is led to what helps. */
function MailboxNotices({ onConnect }: { readonly onConnect: (address: string) => void }) {
  const { words } = useReader();
  const { mailboxes } = useMailboxes();
  const troubled = mailboxes.filter(({ failure, state }) => failure !== null || state === 'CREDENTIALS');
  if (troubled.length === 0) return null;
  return (
    <div className="space-y-2 p-3">
      {troubled.map(({ id, name, address, state, own, failure }) =>
        state === 'CREDENTIALS' ? (
          <Notice
            key={id}
            tone="bad"
            title={words.mailbox.stopped({ name })}
            hint={words.mailbox.stoppedHint}
            action={
              own && (
                <Button size="small" onClick={() => onConnect(address)}>
                  {words.mailbox.again}
                </Button>
              )
            }
          />
        ) : (
          <Notice key={id} tone="warn" title={words.mailbox.failing({ name })} hint={failure?.message} />
        ),
      )}
    </div>
  );
}
