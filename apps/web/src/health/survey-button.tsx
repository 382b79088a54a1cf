import type { Calendar } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast, useSyncNow } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { Button } from '../ui/controls/button.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';

/** Compares every event with the provider's, and says what differs before anything of it is put right. */
export function SurveyButton({ calendar: { id, name } }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const onError = useProblemToast();
  const survey = trpc.calendars.survey.useMutation({ onError });
  const apply = useSyncNow(words.health.fullAsked);
  const report = survey.data;
  const differs = report !== null && report !== undefined && differences(report.pulled) > 0;
  const close = () => survey.reset();
  return (
    <>
      <Button
        size="small"
        title={words.health.surveyHint}
        aria-label={words.health.surveyOf({ name })}
        pending={survey.isPending}
        onClick={() => survey.mutate({ calendarId: id })}
      >
        {words.health.survey}
      </Button>
      <Dialog
        open={report !== null && report !== undefined}
        onClose={close}
        title={words.health.surveyTitle({ name })}
        lead={report?.error ? null : differs ? words.health.surveyFound : words.health.surveyNothing}
      >
        {report?.error && <ProblemNotice error={new Error(report.error.message)} />}
        {report && !report.error && <Counts counts={report.pulled} />}
        <DialogActions>
          <Button onClick={close}>{differs ? words.health.surveyLeave : words.common.close}</Button>
          {differs && (
            <Button
              look="primary"
              onClick={() => {
                apply.mutate({ calendarId: id, full: true });
                close();
              }}
            >
              {words.health.surveyApply}
            </Button>
          )}
        </DialogActions>
      </Dialog>
    </>
  );
}

interface Counted {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
}

const differences = ({ added, updated, removed }: Counted) => added + updated + removed;

function Counts({ counts }: { readonly counts: Counted }) {
  const { words } = useReader();
  const { number } = useFormats();
  const rows = [
    [words.health.added, counts.added],
    [words.health.updated, counts.updated],
    [words.health.removed, counts.removed],
    [words.health.surveyUnchanged, counts.unchanged],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {rows.map(([name, count]) => (
        <div key={name}>
          <dt className="text-[13px] text-soft">{name}</dt>
          <dd className="text-xl font-semibold tabular-nums">{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
