import { sayReason } from '@atelier/words/refusals/kept-reason';
import type { SyncHistory } from '../api/answers.ts';
import { failureOf } from '../api/problem.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { browserZone } from '../time/zone-name.ts';
import { Badge } from '../ui/display/badge.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { Repaired } from './repaired.tsx';

type Run = SyncHistory['runs'][number];

/** What the last runs did, and what could not be read. */
export function History({ calendarId }: { readonly calendarId: string }) {
  const { words } = useReader();
  const { data, error } = trpc.calendars.history.useQuery({ calendarId });
  if (error && !data) return <ProblemNotice error={error} />;
  if (!data) return <Skeleton className="mt-4 h-40" />;
  return (
    <div className="mt-4 space-y-5 border-t border-line pt-4">
      {data.quarantined.length > 0 && (
        <section>
          <h3 className="mb-2 font-medium">{words.health.unreadable}</h3>
          <ul className="space-y-2">
            {data.quarantined.map(({ id, href, reason }) => (
              <li key={id} className="rounded-lg bg-warn-soft px-3 py-2">
                <p>{sayReason(words.refusals, reason)}</p>
                <p className="font-mono text-xs break-all">{href}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.repaired.length > 0 && <Repaired events={data.repaired} />}
      <section>
        <h3 className="mb-2 font-medium">{words.health.runs}</h3>
        {data.runs.length === 0 ? (
          <p className="text-soft">{words.health.noRuns}</p>
        ) : (
          <Runs runs={data.runs} />
        )}
      </section>
    </div>
  );
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  const { words } = useReader();
  const columns = [
    'started',
    'trigger',
    'outcome',
    'added',
    'updated',
    'removed',
    'duration',
    'requests',
  ] as const;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      role="region"
      aria-label={words.health.runs}
      className="max-h-80 overflow-auto rounded-lg border border-line"
    >
      <table className="w-full text-left text-[13px] tabular-nums">
        <thead className="sticky top-0 bg-sunken">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {words.health[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const TONES = { ok: 'good', failed: 'bad', held: 'warn' } as const;

function RunError({ run: { error, errorKind } }: { readonly run: Run }) {
  const { words, language } = useReader();
  if (error === null) return null;
  const { message } = failureOf(
    { kind: errorKind ?? 'internal', message: error, hint: null },
    words,
    language,
  );
  return <span className="mt-1 block min-w-52 text-soft">{message}</span>;
}

function RunRow({ run }: { readonly run: Run }) {
  const { words } = useReader();
  const { dateTime, number, elapsed } = useFormats();
  const outcome =
    run.outcome === 'ok' || run.outcome === 'failed' || run.outcome === 'held' ? run.outcome : null;
  return (
    <tr>
      <td className="px-3 py-2 whitespace-nowrap">{dateTime(run.startedAt, browserZone())}</td>
      <td className="px-3 py-2 whitespace-nowrap">{words.health.triggers[triggerOf(run.trigger)]}</td>
      <td className="px-3 py-2">
        <Badge tone={outcome ? TONES[outcome] : 'neutral'}>
          {outcome ? words.health.outcomes[outcome] : words.health.unknown}
        </Badge>
        <RunError run={run} />
      </td>
      {[run.added, run.updated, run.removed].map((count, index) => (
        <td key={index} className="px-3 py-2">
          {number(count)}
        </td>
      ))}
      <td className="px-3 py-2 whitespace-nowrap">{elapsed(run.durationMs)}</td>
      <td className="px-3 py-2">{number(run.requests)}</td>
    </tr>
  );
}

/** Lines of earlier versions know two. */
function triggerOf(trigger: string): 'schedule' | 'person' | 'visitor' {
  return trigger === 'person' || trigger === 'visitor' ? trigger : 'schedule';
}
