import { RotateCcw } from 'lucide-react';
import { toast } from 'sonner';
import type { QueuedMail } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';

export function RetryMail({ mail }: { readonly mail: QueuedMail }) {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const retry = trpc.mails.retry.useMutation({
    onError,
    onSuccess: () => void toast.success(words.mails.retried),
    onSettled: () => queries.mails.invalidate(),
  });
  return (
    <Button
      size="small"
      pending={retry.isPending}
      aria-label={words.mails.retryOf({ subject: mail.subject, to: mail.to })}
      onClick={() => retry.mutate({ id: mail.id })}
    >
      <RotateCcw aria-hidden className="size-4" />
      {words.mails.retry}
    </Button>
  );
}
