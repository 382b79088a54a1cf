import { LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Calendar, ImportReport } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { useDrop } from '../../ui/use-drop.ts';
import { ReportView } from './report-view.tsx';
import { type SentFile, sendFile } from './send-file.ts';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'sending'; readonly file: File }
  | { readonly kind: 'foreseen' | 'imported'; readonly file: File; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly said: Extract<SentFile, { ok: false }>['said'] };

/** A file into a calendar: first what it would do, then, when somebody says so, that. */
export function ImportFile({ calendar }: { readonly calendar: Calendar }) {
  const { words, language } = useReader();
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const send = async (file: File, dryRun: boolean) => {
    setStep({ kind: 'sending', file });
    const sent = await sendFile({ calendarId: calendar.id, file, dryRun, language });
    if (!sent.ok) return setStep({ kind: 'failed', said: sent.said });
    setStep({ kind: dryRun ? 'foreseen' : 'imported', file, report: sent.report });
    if (!dryRun) toast.success(words.calendar.imported);
  };
  const look = (file: File) => void send(file, true);
  const again = () => setStep({ kind: 'choose' });
  switch (step.kind) {
    case 'choose':
      return <DropZone onFile={look} />;
    case 'failed':
      return (
        <div className="space-y-4">
          <Notice
            tone="bad"
            title={step.said?.message ?? words.calendar.uploadFailed}
            hint={step.said ? step.said.hint : words.calendar.uploadFailedHint}
          />
          <DropZone onFile={look} />
        </div>
      );
    case 'sending':
      return (
        <p role="status" className="flex items-center gap-2.5 rounded-xl bg-sunken/60 p-5 text-soft">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          {words.calendar.looking({ name: step.file.name })}
        </p>
      );
    case 'foreseen': {
      const { file, report } = step;
      const count = report.added + report.updated;
      return (
        <ReportView file={file} report={report} dryRun>
          <Button onClick={again}>{words.calendar.cancel}</Button>
          {count > 0 && (
            <Button look="primary" onClick={() => void send(file, false)}>
              {words.calendar.importNow({ count })}
            </Button>
          )}
        </ReportView>
      );
    }
    case 'imported':
      return (
        <ReportView file={step.file} report={step.report} dryRun={false}>
          <Button onClick={again}>{words.calendar.importOther}</Button>
        </ReportView>
      );
  }
}

function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const { words } = useReader();
  const { over, target } = useDrop(([file]) => file && onFile(file));
  return (
    <div
      {...target}
      className={classNames(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-dashed p-5 transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <FileButton label={words.calendar.choose} accept=".ics,.ical,.ifb,text/calendar" onFile={onFile} />
      <p className="text-[13px] text-soft">{words.calendar.drop}</p>
    </div>
  );
}
