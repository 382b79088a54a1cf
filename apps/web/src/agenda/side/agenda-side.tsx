import type { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { Drawer } from '../../ui/overlay/drawer.tsx';
import { CalendarPanel } from '../calendars/calendar-panel.tsx';
import type { Hidden } from '../calendars/use-hidden-calendars.ts';
import { MiniMonth } from './mini-month.tsx';

interface AgendaSideProps {
  readonly hidden: Hidden;
  readonly date: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly shown: readonly [Temporal.PlainDate, Temporal.PlainDate];
  readonly onPick: (date: string) => void;
  /** Beside the page, where there is room for it. */
  readonly beside: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A month to look around in, and the calendars: beside the page where there is room, over it elsewhere. */
export function AgendaSide({ hidden, date, today, shown, onPick, beside, open, onClose }: AgendaSideProps) {
  const { words } = useReader();
  const content = (
    <>
      <MiniMonth
        date={date.toString()}
        today={today.toString()}
        shown={[shown[0].toString(), shown[1].toString()]}
        onPick={onPick}
      />
      <CalendarPanel hidden={hidden} />
    </>
  );
  return (
    <>
      {beside && (
        <aside
          aria-label={words.agenda.calendars}
          // What stands beside the agenda takes its place where there is no room for both.
          className="hidden w-68 shrink-0 overflow-y-auto border-l border-line bg-surface lg:block lg:max-2xl:group-has-data-beside/agenda:hidden"
        >
          {content}
        </aside>
      )}
      <Drawer open={open} onClose={onClose} title={words.agenda.calendars}>
        {content}
      </Drawer>
    </>
  );
}
