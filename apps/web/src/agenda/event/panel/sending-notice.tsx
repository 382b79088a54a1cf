import { toast } from 'sonner';
import { failureOf, problemOf } from '../../../api/problem.ts';
import { trpc } from '../../../api/trpc.ts';
import { useReader } from '../../../language/studio-reader.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/display/notice.tsx';
import { useWaiting } from '../../edit/use-waiting.ts';

/** Whether the provider has what is shown here: it waits, or was refused, with the ways out (I1). */
export function SendingNotice({ objectId }: { readonly objectId: string }) {
  const { words, language } = useReader();
  const write = useWaiting().get(objectId);
  const utils = trpc.useUtils();
  const onSettled = () => void utils.conflicts.waiting.invalidate();
  const onError = (error: unknown) => {
    const { message, hint } = problemOf(error, words, language);
    toast.error(message, { description: hint });
  };
  const retry = trpc.conflicts.retry.useMutation({ onSettled, onError });
  const discard = trpc.conflicts.discard.useMutation({
    onSettled,
    onError,
    onSuccess: () => toast(words.edit.discarded),
  });
  if (!write) return null;
  if (write.state === 'waiting' && write.failureMessage === null) {
    return <Notice tone="accent" title={words.edit.waiting} />;
  }
  const failure = {
    kind: write.failureKind ?? 'internal',
    message: write.failureMessage ?? '',
    hint: write.failureHint,
  };
  const { message, hint } = failureOf(failure, words, language);
  const reason = [message, hint].filter(Boolean).join(' ');
  return (
    <Notice
      tone={write.state === 'parked' ? 'bad' : 'warn'}
      title={write.state === 'parked' ? words.edit.parked : words.edit.waiting}
      hint={
        <>
          {reason}
          <span className="mt-2 flex flex-wrap gap-2">
            <Button size="small" pending={retry.isPending} onClick={() => retry.mutate({ id: write.id })}>
              {words.edit.sendAgain}
            </Button>
            <Button size="small" pending={discard.isPending} onClick={() => discard.mutate({ id: write.id })}>
              {words.edit.discard}
            </Button>
          </span>
        </>
      }
    />
  );
}
