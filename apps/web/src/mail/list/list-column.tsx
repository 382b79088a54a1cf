import type { RefObject } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { EmptyFolder } from '../act/empty-folder.tsx';
import type { useMailActs } from '../act/use-mail-acts.ts';
import { useListed } from '../folders/use-listed.ts';
import { MailboxNotices } from '../mailbox-notices.tsx';
import type { useMailPlace } from '../use-mail-place.ts';
import { OutgoingList } from '../write/outgoing-list.tsx';
import type { useCompose } from '../write/use-compose.ts';
import { ListHead } from './list-head.tsx';
import { MessageList } from './message-list.tsx';
import { SelectionBar } from './selection-bar.tsx';
import type { useMessages } from './use-messages.ts';
import type { useSelection } from './use-selection.ts';

interface ListColumnProps {
  readonly place: ReturnType<typeof useMailPlace>;
  readonly messages: ReturnType<typeof useMessages>;
  readonly selection: ReturnType<typeof useSelection>;
  readonly acts: ReturnType<typeof useMailActs>;
  readonly compose: ReturnType<typeof useCompose>;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** Null where the folders are in sight. */
  readonly onFolders: (() => void) | null;
  readonly onConnect: (address: string) => void;
}

/** What is in a folder, what was found, or what is on its way out; above it what can be done with it. */
export function ListColumn(props: ListColumnProps) {
  const { place, messages, selection, acts, compose, searchField, onFolders, onConnect } = props;
  const { words } = useReader();
  const { search, thread } = place;
  const { title, sent, inTrash, emptied, listed } = useListed(search);
  const outgoing = search.box === 'outgoing';
  return (
    <section
      aria-label={words.mailbox.list}
      className="flex min-w-0 flex-1 flex-col border-r border-line bg-surface md:max-w-90 md:min-w-90"
    >
      <ListHead
        title={title}
        place={place}
        searchField={searchField}
        onFolders={onFolders}
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
  );
}
