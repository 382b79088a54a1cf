import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import type { ItemOf } from '../item-of.ts';
import { useSettle } from '../settling.tsx';
import { WaitingRow } from '../waiting-row.tsx';

/** A calendar that has appeared at the provider: kept in step from now on, or left out (P9). */
export function NewCalendarRow({ item }: { readonly item: ItemOf<'newCalendar'> }) {
  const { words } = useReader();
  const said = words.waiting.calendars;
  const { calendarId: id, name, account } = item.thing;
  const settle = useSettle(item);
  const keep = trpc.calendars.set.useMutation(settle(() => said.kept({ name })));
  const leave = trpc.calendars.set.useMutation(settle(() => said.leftOut({ name })));
  return (
    <WaitingRow
      item={item}
      title={name}
      lead={said.appeared({ account })}
      actions={
        <>
          <Button
            size="small"
            aria-label={said.leaveOutOf({ name })}
            onClick={() => leave.mutate({ id, enabled: false })}
          >
            {said.leaveOut}
          </Button>
          <Button
            size="small"
            look="primary"
            aria-label={said.keepOf({ name })}
            onClick={() => keep.mutate({ id, enabled: true })}
          >
            {said.keep}
          </Button>
        </>
      }
    />
  );
}

/** One that the account lists no more: it is waited for until somebody says that it is over. */
export function GoneCalendarRow({ item }: { readonly item: ItemOf<'goneCalendar'> }) {
  const { words } = useReader();
  const said = words.waiting.calendars;
  const { calendarId: id, name, account } = item.thing;
  const settle = useSettle(item);
  const stop = trpc.calendars.set.useMutation(settle(() => said.stopped({ name })));
  return (
    <WaitingRow
      item={{ ...item, since: null }}
      title={name}
      lead={
        <>
          <p>{said.gone({ account })}</p>
          <p className="text-[13px] text-soft">
            {words.waiting.lastRead} <AgeText since={item.since} />
          </p>
        </>
      }
      actions={
        <Button
          size="small"
          aria-label={said.stopOf({ name })}
          onClick={() => stop.mutate({ id, enabled: false })}
        >
          {said.stop}
        </Button>
      }
    />
  );
}
