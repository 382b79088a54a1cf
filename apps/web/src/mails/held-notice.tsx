import { toast } from 'sonner';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { browserZone } from '../time/zone-name.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/display/notice.tsx';

interface HeldNoticeProps {
  readonly count: number;
  readonly since: Date | null;
}

/** Asks once what becomes of mail that has waited for too long to be sent unasked. */
export function HeldNotice({ count, since }: HeldNoticeProps) {
  const { words } = useReader();
  const { dateTime } = useFormats();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const options = (told: 'heldSent' | 'heldDropped') => ({
    onError,
    onSuccess: () => void toast.success(words.mails[told]),
    onSettled: () => queries.mails.invalidate(),
  });
  const send = trpc.mails.sendHeld.useMutation(options('heldSent'));
  const drop = trpc.mails.dropHeld.useMutation(options('heldDropped'));
  const pending = send.isPending || drop.isPending;
  if (count === 0 || !since) return null;
  return (
    <Notice
      tone="warn"
      title={words.mails.held({ count, since: dateTime(since, browserZone()) })}
      hint={words.mails.heldHint}
      action={
        <div className="flex gap-2">
          <Button size="small" pending={pending} onClick={() => send.mutate({})}>
            {words.mails.heldSend}
          </Button>
          <Button size="small" pending={pending} onClick={() => drop.mutate({})}>
            {words.mails.heldDrop}
          </Button>
        </div>
      }
    />
  );
}
