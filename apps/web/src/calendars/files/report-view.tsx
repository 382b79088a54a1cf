import { sayRefusal } from '@atelier/words/refusals/coded-refusal';
import type { Sentence } from '@atelier/words/sentence';
import { Repeat } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportReport } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useStudioZone } from '../../shell/use-studio-zone.ts';
import { dateIn } from '../../time/zone.ts';
import { Badge } from '../../ui/display/badge.tsx';

interface ReportViewProps {
  readonly file: File;
  readonly report: ImportReport;
  /** It says what would be; otherwise what was done. */
  readonly dryRun: boolean;
  /** What can be done next. */
  readonly children: ReactNode;
}

/** What a file does to a calendar: how much of it is new, and of what is not taken, why. */
export function ReportView({ file, report, dryRun, children }: ReportViewProps) {
  const { words } = useReader();
  const { added, updated, unchanged, refused } = report;
  const { name } = file;
  const nothing = added + updated === 0;
  return (
    <div className="rounded-xl border border-line p-5">
      <h3 className="font-semibold break-words">
        {dryRun ? words.calendar.wouldTitle({ name }) : words.calendar.didTitle({ name })}
      </h3>
      {dryRun && <p className="mt-1 text-soft">{words.calendar.wouldLead}</p>}
      <div role="status" className="mt-3 flex flex-wrap gap-2">
        <Badge tone={added > 0 ? 'good' : 'neutral'}>{words.calendar.added({ count: added })}</Badge>
        <Badge tone={updated > 0 ? 'accent' : 'neutral'}>{words.calendar.updated({ count: updated })}</Badge>
        <Badge>{words.calendar.unchanged({ count: unchanged })}</Badge>
        {refused.length > 0 && (
          <Badge tone="warn">{words.calendar.refusedCount({ count: refused.length })}</Badge>
        )}
      </div>
      {dryRun && nothing && <p className="mt-3">{words.calendar.importNothing}</p>}
      <TakenList report={report} dryRun={dryRun} />
      <RefusedList refused={refused} />
      <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>
    </div>
  );
}

/** More than fits at a glance; the numbers above are of all. */
const SHOWN = 8;

function TakenList({ report, dryRun }: Pick<ReportViewProps, 'report' | 'dryRun'>) {
  const { words } = useReader();
  const { date } = useFormats();
  const zone = useStudioZone();
  const shown = report.taken.slice(0, SHOWN);
  if (shown.length === 0) return null;
  const more = report.added + report.updated - shown.length;
  return (
    <>
      <h4 className="mt-4 mb-1 text-[13px] font-medium text-soft">
        {dryRun ? words.calendar.takenWould : words.calendar.takenTitle}
      </h4>
      <ul className="divide-y divide-line">
        {shown.map((one, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, of things without a name
          <li key={n} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
            <span className="min-w-32 flex-1 break-words">{one.title || words.calendar.untitled}</span>
            <span className="flex items-center gap-2 text-[13px] text-soft">
              {one.recurring && <Repeat aria-label={words.calendar.repeats} className="size-3.5" />}
              {one.outcome === 'updated' && words.calendar.changes}
              {one.startsAt && <span>{date(dateIn(one.startsAt, zone))}</span>}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="pt-1.5 text-[13px] text-soft">{words.calendar.takenMore({ count: more })}</p>
      )}
    </>
  );
}

function RefusedList({ refused }: Pick<ImportReport, 'refused'>) {
  const { words } = useReader();
  if (refused.length === 0) return null;
  const more = refused.length - SHOWN;
  return (
    <>
      <h4 className="mt-4 mb-1 text-[13px] font-medium text-soft">{words.calendar.refusedTitle}</h4>
      <ul className="divide-y divide-line">
        {refused.slice(0, SHOWN).map(({ title, code, given = null, reason }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, of things without a name
          <li key={n} className="py-1.5">
            <span className="font-medium break-words">{title || words.calendar.untitled}</span>
            <p className="text-[13px] text-soft">
              <Why said={sayRefusal(words.refusals, { code, given })} reason={reason} />
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="pt-1.5 text-[13px] text-soft">{words.calendar.refusedMore({ count: more })}</p>
      )}
    </>
  );
}

function Why({ said, reason }: { readonly said: Sentence | null; readonly reason: string }) {
  return said ? [said.message, said.hint].filter(Boolean).join(' ') : reason;
}
