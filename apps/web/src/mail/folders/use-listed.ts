import { useReader } from '../../language/studio-reader.ts';
import type { useMailPlace } from '../use-mail-place.ts';
import { useMailboxes } from '../use-mailboxes.ts';
import { folderName, listedFolder } from './folder-look.ts';

/** What the list is called. */
export function useListed(search: ReturnType<typeof useMailPlace>['search']) {
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
