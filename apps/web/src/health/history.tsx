import { sayReason } from '@atelier/words/refusals/kept-reason';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { Repaired } from './repaired.tsx';
import { RunsTable } from './runs-table.tsx';

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
          <RunsTable runs={data.runs} />
        )}
      </section>
    </div>
  );
}
