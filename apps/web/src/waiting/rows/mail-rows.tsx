import { Link } from '@tanstack/react-router';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { ItemOf } from '../item-of.ts';
import { useSettle } from '../settling.tsx';
import { WaitingRow } from '../waiting-row.tsx';

/** Mail that nobody wants sent unasked. */
export function HeldMailRow({ item }: { readonly item: ItemOf<'heldMail'> }) {
  const { words } = useReader();
  const settle = useSettle(item);
  const send = trpc.mails.sendHeld.useMutation(settle(() => words.mails.heldSent));
  const drop = trpc.mails.dropHeld.useMutation(settle(() => words.mails.heldDropped));
  return (
    <WaitingRow
      item={item}
      title={words.waiting.heldMails({ count: item.thing.count })}
      lead={
        <Link to="/mails" className="text-[13px] font-medium text-accent hover:underline">
          {words.waiting.toMails}
        </Link>
      }
      actions={
        <>
          <Button size="small" onClick={() => drop.mutate({})}>
            {words.mails.heldDrop}
          </Button>
          <Button size="small" look="primary" onClick={() => send.mutate({})}>
            {words.mails.heldSend}
          </Button>
        </>
      }
    />
  );
}

/** A mail that no server took. */
export function FailedMailRow({ item }: { readonly item: ItemOf<'failedMail'> }) {
  const { words } = useReader();
  const { id, to, subject, failure } = item.thing;
  const settle = useSettle(item);
  const retry = trpc.mails.retry.useMutation(settle(() => words.mails.retried));
  const drop = trpc.mails.dropHeld.useMutation(settle(() => words.waiting.dropped));
  return (
    <WaitingRow
      item={item}
      title={subject}
      lead={
        <>
          <p className="break-all">{to}</p>
          {failure && <p className="text-[13px] break-words text-bad">{failure}</p>}
        </>
      }
      actions={
        <>
          <Button
            size="small"
            aria-label={words.waiting.dropOf({ name: subject })}
            onClick={() => drop.mutate({ ids: [id] })}
          >
            {words.waiting.drop}
          </Button>
          <Button
            size="small"
            look="primary"
            aria-label={words.mails.retryOf({ subject, to })}
            onClick={() => retry.mutate({ id })}
          >
            {words.mails.retry}
          </Button>
        </>
      }
    />
  );
}
