import { useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { eventTitle } from '../../agenda/event/event-title.ts';
import { trpc } from '../../api/trpc.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useStudioZone } from '../../shell/use-studio-zone.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import type { ItemOf } from '../item-of.ts';
import { useSettle } from '../settling.tsx';
import { WaitingRow } from '../waiting-row.tsx';

const FEW = 5;

interface RemovalsRowProps {
  readonly item: ItemOf<'removals'>;
}

/** What would go from a calendar, and whether it does. */
export function RemovalsRow({ item }: RemovalsRowProps) {
  const { words } = useReader();
  const { count, events, restorable } = item.thing;
  const bookings = events.filter(({ booking }) => booking).length;
  const told = [
    words.waiting.wouldGo({ count }),
    ...(bookings > 0 ? [words.waiting.wouldCancel({ count: bookings })] : []),
  ];
  return (
    <WaitingRow
      item={item}
      title={told.join(', ')}
      calendarId={item.id}
      lead={restorable ? null : words.waiting.readOnlyHeld}
      actions={<Decide item={item} />}
    >
      <Events item={item} />
    </WaitingRow>
  );
}

function Decide({ item }: RemovalsRowProps) {
  const { words } = useReader();
  const [asking, setAsking] = useState(false);
  const name = useCalendars().byId.get(item.id)?.name ?? '';
  const { count, restorable } = item.thing;
  const settle = useSettle(item);
  const approve = trpc.calendars.approveRemovals.useMutation(
    settle<{ approved: number }>(({ approved }) => words.health.approved({ count: approved })),
  );
  const keep = trpc.calendars.keepRemovals.useMutation(
    settle<{ kept: number }>(({ kept }) => words.waiting.putBackDone({ count: kept })),
  );
  return (
    <>
      <Button size="small" aria-label={words.waiting.letGoOf({ name })} onClick={() => setAsking(true)}>
        {words.waiting.letGo}
      </Button>
      {restorable && (
        <Button
          size="small"
          look="primary"
          aria-label={words.waiting.putBackOf({ name })}
          onClick={() => keep.mutate({ calendarId: item.id })}
        >
          {words.waiting.putBack}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => approve.mutate({ calendarId: item.id })}
        pending={approve.isPending}
        title={words.health.approveTitle({ count, name })}
        lead={words.health.approveLead}
        confirm={words.health.approveSubmit}
        keep={words.health.approveKeep}
      />
    </>
  );
}

function Events({ item: { thing } }: RemovalsRowProps) {
  const { words } = useReader();
  const { shortMoment, shortDate } = useFormats();
  const zone = useStudioZone();
  const [all, setAll] = useState(false);
  const shown = all ? thing.events : thing.events.slice(0, FEW);
  return (
    <div className="mt-3 rounded-xl bg-sunken px-4 py-2">
      <ul className="divide-y divide-line">
        {shown.map(({ id, summary, start, date, recurring, booking }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5 text-[13px]">
            <span className="w-28 shrink-0 sm:w-40 text-soft tabular-nums">
              {date
                ? shortDate(Temporal.PlainDate.from(date))
                : start
                  ? shortMoment(start, zone)
                  : words.waiting.noTime}
            </span>
            <span className="min-w-0 flex-1 break-words">{eventTitle({ title: summary }, words)}</span>
            {booking && <Badge tone="warn">{words.waiting.appointment}</Badge>}
            {recurring && <Badge>{words.waiting.series}</Badge>}
          </li>
        ))}
      </ul>
      {thing.count > FEW && (
        <Button look="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.waiting.fewer : words.waiting.moreEvents({ count: thing.count - FEW })}
        </Button>
      )}
    </div>
  );
}
