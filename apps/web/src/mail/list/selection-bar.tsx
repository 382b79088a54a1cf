import { X } from 'lucide-react';
import type { PlacedMail, WholeList } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { ActBar } from '../act/act-bar.tsx';
import type { MailActs } from '../act/use-mail-acts.ts';
import type { Selection } from './use-selection.ts';
import { WholeListMenu } from './whole-list.tsx';

interface SelectionBarProps {
  readonly selection: Selection;
  /** All of the list, of which the rows are made. */
  readonly messages: readonly PlacedMail[];
  readonly acts: MailActs;
  /** The list as it is asked for; null: everything of it is selected already. */
  readonly whole: WholeList | null;
  readonly inTrash: boolean;
}

/** Many at once. */
export function SelectionBar({ selection, messages, acts, whole, inTrash }: SelectionBarProps) {
  const { words } = useReader();
  const ids = new Set(selection.rows.flatMap((row) => row.ids));
  if (ids.size === 0) return null;
  return (
    <div className="flex flex-wrap items-center border-b border-line bg-accent-soft px-2 py-1">
      <IconButton icon={X} label={words.mailbox.selectNone} onClick={selection.clear} />
      <p role="status" className="flex-1 pl-1 font-medium whitespace-nowrap">
        {words.mailbox.selected({ count: selection.rows.length })}
      </p>
      {whole && <WholeListMenu list={whole} acts={acts} inTrash={inTrash} onBegun={selection.clear} />}
      <ActBar
        messages={messages.filter(({ id }) => ids.has(id))}
        acts={acts}
        onGone={selection.clear}
        onUnread={selection.clear}
      />
    </div>
  );
}
