import { Download } from 'lucide-react';
import { toast } from 'sonner';
import type { Calendar } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Panel } from '../../studio/panel.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useProblemToast } from '../use-sync-now.ts';
import { ImportFile } from './import-file.tsx';

/** Calendar files in and out. */
export function FilesSection({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const writes = calendar.level === 'write' && !calendar.readOnly;
  return (
    <Panel title={words.calendar.files} lead={words.calendar.filesLead}>
      <div className="space-y-4">
        {writes && <ImportFile calendar={calendar} />}
        <ExportButton calendar={calendar} />
      </div>
    </Panel>
  );
}

function ExportButton({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const { id: calendarId, name } = calendar;
  const save = async () => {
    try {
      const { ics, objects } = await queries.agenda.export.fetch({ calendarId }, { staleTime: 0 });
      // Without what some file systems do not take.
      saveFile(`${name.replaceAll(/[\\/:*?"<>|]/g, '-')}.ics`, ics);
      toast.success(words.calendar.exported({ count: objects }));
    } catch (error) {
      onError(error);
    }
  };
  return (
    <Button onClick={() => void save()}>
      <Download aria-hidden className="size-4" />
      {words.calendar.export}
    </Button>
  );
}
