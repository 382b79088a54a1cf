import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { eventTitle } from '../../agenda/event/event-title.ts';
import { failureOf } from '../../api/problem.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import type { ItemOf } from '../item-of.ts';
import { useSettle } from '../settling.tsx';
import { WaitingRow } from '../waiting-row.tsx';

/** A change that the provider does not take: tried again, or given up. */
export function WriteRow({ item }: { readonly item: ItemOf<'write'> }) {
  const { words, language } = useReader();
  const { calendarId, summary, operation, failureKind, failureMessage, failureHint } = item.thing;
  const { message, hint } = failureOf(
    { kind: failureKind ?? 'internal', message: failureMessage ?? '', hint: failureHint },
    words,
    language,
  );
  return (
    <WaitingRow
      item={item}
      title={eventTitle({ title: summary }, words)}
      badges={<Badge>{words.waiting[operation]}</Badge>}
      calendarId={calendarId}
      lead={
        <>
          <p className="text-bad">{message}</p>
          {hint && <p className="text-[13px] text-soft">{hint}</p>}
        </>
      }
      actions={<Decide item={item} />}
    />
  );
}

function Decide({ item }: { readonly item: ItemOf<'write'> }) {
  const { words } = useReader();
  const [asking, setAsking] = useState(false);
  const { id, summary, objectId } = item.thing;
  const name = eventTitle({ title: summary }, words);
  const settle = useSettle(item);
  const retry = trpc.conflicts.retry.useMutation(settle(() => words.waiting.retried));
  const discard = trpc.conflicts.discard.useMutation(settle(() => words.waiting.givenUp));
  return (
    <>
      {objectId && (
        <Link
          to="/agenda"
          search={{ event: objectId }}
          className="inline-flex h-8 items-center rounded-lg px-3 text-[13px] font-medium text-accent hover:underline"
        >
          {words.waiting.openEvent}
        </Link>
      )}
      <Button size="small" aria-label={words.waiting.giveUpOf({ name })} onClick={() => setAsking(true)}>
        {words.waiting.giveUp}
      </Button>
      <Button
        size="small"
        look="primary"
        aria-label={words.waiting.retryOf({ name })}
        onClick={() => retry.mutate({ id })}
      >
        {words.waiting.retry}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => discard.mutate({ id })}
        pending={discard.isPending}
        title={words.waiting.giveUpTitle({ name })}
        lead={words.waiting.giveUpLead}
        confirm={words.waiting.giveUp}
        keep={words.waiting.keepIt}
      />
    </>
  );
}
