import type { SyncHistory } from '../api/answers.ts';
import { failureOf } from '../api/problem.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { browserZone } from '../time/zone-name.ts';
import { Badge } from '../ui/display/badge.tsx';

type Run = Omit<SyncHistory['runs'][number], 'sourceId'>;

interface RunsTableProps<Line extends Run> {
  readonly runs: readonly Line[];
  /** Of which calendar each of them is; left out where all are of one. */
  readonly nameOf?: (run: Line) => string;
}

/** What runs did, line by line. */
export function RunsTable<Line extends Run>({ runs, nameOf }: RunsTableProps<Line>) {
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
      className="max-h-[32rem] overflow-auto rounded-lg border border-line"
    >
      <table className="w-full text-left text-[13px] tabular-nums">
        <thead className="sticky top-0 bg-sunken">
          <tr>
            {nameOf && (
              <th scope="col" className="px-3 py-2 font-medium">
                {words.health.calendar}
              </th>
            )}
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {words.health[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {runs.map((run) => (
            <RunRow key={run.id} run={run} name={nameOf?.(run)} />
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

function RunRow({ run, name }: { readonly run: Run; readonly name: string | undefined }) {
  const { words } = useReader();
  const { dateTime, number, elapsed } = useFormats();
  const outcome =
    run.outcome === 'ok' || run.outcome === 'failed' || run.outcome === 'held' ? run.outcome : null;
  return (
    <tr>
      {name !== undefined && <td className="min-w-32 px-3 py-2">{name}</td>}
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
