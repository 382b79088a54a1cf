import { Download } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { FeedRehearsal } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { Panel } from '../studio/panel.tsx';
import { Button } from '../ui/controls/button.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { saveFile } from '../ui/save-file.ts';
import { RehearsalDialog } from './rehearsal-dialog.tsx';

/** Feeds from another reader of news, or to it. */
export function Lists() {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const rehearse = trpc.news.rehearse.useMutation();
  const [file, setFile] = useState<{ readonly name: string; readonly rehearsal: FeedRehearsal } | null>(null);
  const look = async (chosen: File) => {
    rehearse.mutate(
      { opml: await chosen.text() },
      { onSuccess: (rehearsal) => setFile({ name: chosen.name, rehearsal }) },
    );
  };
  const save = async () => {
    try {
      const { opml, feeds } = await queries.news.export.fetch(undefined, { staleTime: 0 });
      saveFile('atelier.opml', opml);
      toast.success(words.news.exported({ count: feeds }));
    } catch (error) {
      onError(error);
    }
  };
  return (
    <Panel title={words.news.lists} lead={words.news.listsLead}>
      <div className="flex flex-wrap gap-2">
        <FileButton
          label={words.news.import}
          accept=".opml,.xml,text/x-opml,text/xml"
          onFile={(chosen) => void look(chosen)}
        />
        <Button onClick={() => void save()}>
          <Download aria-hidden className="size-4" />
          {words.news.export}
        </Button>
      </div>
      {rehearse.error && (
        <div className="mt-4">
          <ProblemNotice error={rehearse.error} />
        </div>
      )}
      <RehearsalDialog file={file} onClose={() => setFile(null)} />
    </Panel>
  );
}
