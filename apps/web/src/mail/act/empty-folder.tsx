import { Eraser } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';

interface EmptyFolderProps {
  /** Null: that of every mailbox. */
  readonly folderId: string | null;
  readonly role: 'trash' | 'junk';
  readonly name: string;
}

/** Everything that was thrown away goes for good, when somebody has said so twice (M2). */
export function EmptyFolder({ folderId, role, name }: EmptyFolderProps) {
  const { words } = useReader();
  const onError = useProblemToast();
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState(false);
  const empty = trpc.mailboxes.empty.useMutation({
    onError,
    onSuccess: ({ removed }) => {
      toast.success(words.mailbox.removed({ count: removed }));
      void utils.mailboxes.invalidate();
    },
    onSettled: () => setAsking(false),
  });
  return (
    <div className="border-b border-line p-2">
      <Button look="quiet" size="small" onClick={() => setAsking(true)}>
        <Eraser aria-hidden className="size-4" />
        {words.mailbox.empty1({ folder: name })}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        pending={empty.isPending}
        title={words.mailbox.emptyTitle({ folder: name })}
        lead={words.mailbox.removeLead}
        confirm={words.mailbox.removeForGood}
        onConfirm={() => empty.mutate({ folderId, role })}
      />
    </div>
  );
}
