import { Ban, Check } from 'lucide-react';
import { useState } from 'react';
import type { ExplainedStart, StudioArtist } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { dateIn } from '../../time/zone.ts';
import { classNames } from '../../ui/class-names.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { DateField } from '../../ui/date/date-field.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Panel } from '../panel.tsx';
import { type ClosedBy, closedBy } from './closed-by.ts';
import { explainGroups } from './explain-groups.ts';

/** Why clients are offered a time, or not. */
export function ExplainSection({ artist }: { readonly artist: StudioArtist }) {
  const { words } = useReader();
  const [today] = useState(() => dateIn(new Date(), artist.zone).toString());
  return (
    <Panel title={words.explain.title} lead={words.explain.lead}>
      <ExplainDay artist={artist} from={today} />
    </Panel>
  );
}

interface ExplainDayProps {
  readonly artist: StudioArtist;
  /** ISO date to begin with. */
  readonly from: string;
}

/** Every start of a day with its reason. */
export function ExplainDay({ artist, from }: ExplainDayProps) {
  const { words } = useReader();
  const services = artist.services.filter(({ active }) => active);
  const [serviceId, setServiceId] = useState(services[0]?.id ?? '');
  const [date, setDate] = useState(from);
  const explained = trpc.artists.explain.useQuery(
    { artist: artist.slug, serviceId, from: date, to: date },
    { enabled: serviceId !== '' && date !== '' },
  );
  const closures = trpc.closures.list.useQuery();
  return (
    <>
      {services.length === 0 ? (
        <p className="text-soft">{words.explain.noServices}</p>
      ) : (
        <div className="space-y-5">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={words.bookings.service}>
              {({ id }) => (
                <Select
                  id={id}
                  value={serviceId}
                  onChange={setServiceId}
                  options={services.map((service) => ({ value: service.id, label: service.name }))}
                />
              )}
            </Field>
            <div>
              <p aria-hidden className="mb-1.5 font-medium">
                {words.picker.date}
              </p>
              <DateField label={words.picker.date} value={date} onChange={setDate} />
            </div>
          </div>
          {explained.error && <ProblemNotice error={explained.error} />}
          {explained.isLoading && <Skeleton className="h-40" />}
          {explained.data && closures.data && (
            <Explained
              starts={explained.data}
              zone={artist.zone}
              closed={closedBy(date, artist.hours, closures.data)}
            />
          )}
        </div>
      )}
    </>
  );
}

interface ExplainedProps {
  readonly starts: readonly ExplainedStart[];
  readonly zone: string;
  /** Why there are none, where there are none. */
  readonly closed: ClosedBy;
}

function Explained({ starts, zone, closed }: ExplainedProps) {
  const { words } = useReader();
  const { time } = useFormats();
  const groups = explainGroups(starts);
  if (groups.length === 0) {
    const reason = 'reason' in closed && closed.reason !== '' ? ` (${closed.reason})` : '';
    return (
      <p className="text-soft">
        {words.explain.closed[closed.kind]}
        {reason}
      </p>
    );
  }
  return (
    <ol className="divide-y divide-line rounded-xl border border-line">
      {groups.map(({ reason, starts: [first, ...rest] }) => {
        const last = rest.at(-1);
        const Icon = reason === null ? Check : Ban;
        return (
          first && (
            <li key={first.getTime()} className="flex items-start gap-3 px-4 py-2.5">
              <Icon
                aria-hidden
                className={classNames('mt-0.5 size-4 shrink-0', reason === null ? 'text-good' : 'text-soft')}
              />
              <p className="w-30 shrink-0 font-medium tabular-nums">
                {time(first, zone)}
                {last && ` – ${time(last, zone)}`}
              </p>
              <p className={reason === null ? 'text-good' : ''}>
                {reason === null ? words.explain.offered({ count: rest.length + 1 }) : words.reasons[reason]}
              </p>
            </li>
          )
        );
      })}
    </ol>
  );
}
