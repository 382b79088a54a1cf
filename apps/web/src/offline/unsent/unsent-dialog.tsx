import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { useOffline } from '../offline-context.ts';
import type { UnsentEdit } from './unsent-edit.ts';
import { useUnsentEdits } from './use-unsent-edits.ts';

interface UnsentDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What was done offline, with what became of it. */
export function UnsentDialog({ open, onClose }: UnsentDialogProps) {
  const { words } = useReader();
  const edits = useUnsentEdits();
  return (
    <Dialog
      open={open && edits.length > 0}
      onClose={onClose}
      title={words.offline.changes}
      lead={words.offline.changesLead}
    >
      <ul className="divide-y divide-line">
        {edits.map((edit) => (
          <UnsentRow key={edit.editId} edit={edit} />
        ))}
      </ul>
    </Dialog>
  );
}

function UnsentRow({ edit }: { readonly edit: UnsentEdit }) {
  const { words } = useReader();
  const edits = useOffline()?.edits;
  const { text, at, refused, editId } = edit;
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="min-w-40 flex-1">
        <p className="font-medium break-words">{text}</p>
        <p className="text-[13px] text-soft">
          <AgeText since={at} />
        </p>
        {refused && (
          <p className="mt-1 text-[13px] break-words">
            {[refused.message, refused.hint].filter(Boolean).join(' ')}
          </p>
        )}
      </div>
      <Badge tone={refused ? 'bad' : 'warn'}>{refused ? words.offline.refused : words.offline.waits}</Badge>
      {refused && <Button onClick={() => void edits?.retry(edit)}>{words.shell.retry}</Button>}
      <Button onClick={() => void edits?.discard(editId)}>{words.offline.discard}</Button>
    </li>
  );
}
