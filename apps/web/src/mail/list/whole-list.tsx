import { Archive, Inbox, MailOpen, Trash2 } from 'lucide-react';
import type { WholeList } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Menu, MenuItem } from '../../ui/overlay/menu.tsx';
import type { MailActs } from '../act/use-mail-acts.ts';

interface WholeListProps {
  readonly list: WholeList;
  readonly acts: MailActs;
  readonly inTrash: boolean;
  readonly onBegun: () => void;
}

/** What can be done with everything in a list, also with what no page has loaded. */
export function WholeListMenu({ list, acts, inTrash, onBegun }: WholeListProps) {
  const { words } = useReader();
  const icon = 'size-4 text-soft';
  const begin = (work: () => void) => () => {
    work();
    onBegun();
  };
  return (
    <Menu
      trigger={
        <Button look="quiet" size="small">
          {words.mailbox.wholeList}
        </Button>
      }
    >
      <MenuItem
        icon={<MailOpen aria-hidden className={icon} />}
        onSelect={begin(() => acts.markWhole(list, 'seen'))}
      >
        {words.mailbox.markSeen}
      </MenuItem>
      {inTrash ? (
        <MenuItem
          icon={<Inbox aria-hidden className={icon} />}
          onSelect={begin(() => acts.moveWhole(list, 'inbox'))}
        >
          {words.mailbox.inbox}
        </MenuItem>
      ) : (
        <>
          <MenuItem
            icon={<Archive aria-hidden className={icon} />}
            onSelect={begin(() => acts.moveWhole(list, 'archive'))}
          >
            {words.mailbox.archive}
          </MenuItem>
          <MenuItem
            icon={<Trash2 aria-hidden className={icon} />}
            onSelect={begin(() => acts.moveWhole(list, 'trash'))}
          >
            {words.mailbox.remove}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
