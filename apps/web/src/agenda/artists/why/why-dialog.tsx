import { Ban, CalendarPlus, Check } from 'lucide-react';
import type { Temporal } from 'temporal-polyfill';
import type { AgendaEvent } from '../../../api/answers.ts';
import { trpc } from '../../../api/trpc.ts';
import { useReader } from '../../../language/studio-reader.ts';
import { useFormats } from '../../../language/use-formats.ts';
import { dateIn } from '../../../time/zone.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { ProblemNotice } from '../../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../../ui/display/skeleton.tsx';
import { Dialog, DialogActions } from '../../../ui/overlay/dialog.tsx';
import { eventTitle } from '../../event/event-title.ts';
import type { Column } from '../columns.ts';
import { whyGroups } from './why-text.ts';

/** A time of an artist that somebody asks about. */
export interface Asked {
  readonly column: Column;
  /** On the clocks of the zone that is shown. */
  readonly at: Temporal.PlainDateTime;
}

interface WhyDialogProps {
  readonly asked: Asked | null;
  /** IANA name; in which times are shown. */
  readonly zone: string;
  /** What stands in the agenda that day. */
  readonly events: readonly AgendaEvent[];
  readonly onClose: () => void;
  readonly onMake: (asked: Asked) => void;
}

/** Why clients are not offered a time, service by service, and what is in the way. */
export function WhyDialog({ asked, zone, onClose, ...rest }: WhyDialogProps) {
  const { words } = useReader();
  const { moment } = useFormats();
  const start = asked && new Date(asked.at.toZonedDateTime(zone).epochMilliseconds);
  return (
    <Dialog
      open={asked !== null}
      onClose={onClose}
      title={words.whyClosed.title}
      lead={asked && start && `${asked.column.name} · ${moment(start, zone)}`}
    >
      {asked && start && <WhyList asked={asked} start={start} zone={zone} {...rest} />}
    </Dialog>
  );
}

interface WhyListProps extends Pick<WhyDialogProps, 'zone' | 'events' | 'onMake'> {
  readonly asked: Asked;
  readonly start: Date;
}

function WhyList({ asked, start, zone, events, onMake }: WhyListProps) {
  const { words } = useReader();
  const formats = useFormats();
  const { slug, calendarIds } = asked.column;
  const { data, error } = trpc.artists.whyClosed.useQuery({ artist: slug, start });
  const artist = trpc.artists.list.useQuery().data?.find((each) => each.slug === slug);
  const closures = trpc.closures.list.useQuery().data;
  if (error) return <ProblemNotice error={error} />;
  if (!data || !artist || !closures) return <Skeleton className="h-24" />;
  const groups = whyGroups(data, {
    words,
    formats,
    zone,
    date: dateIn(start, artist.zone).toString(),
    closures: { hours: artist.hours, studio: closures },
    titleOf(from, to) {
      const found = events.find(
        ({ calendarId, startsAt, endsAt }) =>
          calendarIds.has(calendarId) && +startsAt === +from && +endsAt === +to,
      );
      return found ? eventTitle(found, words) : null;
    },
  });
  return (
    <>
      {groups.length === 0 && <p className="text-soft">{words.explain.noServices}</p>}
      <ul className="divide-y divide-line rounded-xl border border-line">
        {groups.map(({ text, services, offered }) => {
          const Icon = offered ? Check : Ban;
          return (
            <li key={text} className="flex gap-3 px-4 py-3">
              <Icon
                aria-hidden
                className={classNames('mt-0.5 size-4 shrink-0', offered ? 'text-good' : 'text-soft')}
              />
              <div>
                <p className={offered ? 'text-good' : ''}>{text}</p>
                <p className="mt-0.5 text-[13px] text-soft">
                  {services.map(({ name, minutes }) => `${name} (${formats.length(minutes)})`).join(' · ')}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      <DialogActions>
        <Button onClick={() => onMake(asked)}>
          <CalendarPlus aria-hidden className="size-4" />
          {words.whyClosed.make}
        </Button>
      </DialogActions>
    </>
  );
}
