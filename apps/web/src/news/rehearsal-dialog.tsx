import { useId, useState } from 'react';
import { toast } from 'sonner';
import type { FeedRehearsal } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { useMe } from '../shell/use-me.ts';
import { Button } from '../ui/controls/button.tsx';
import { Checkbox } from '../ui/controls/checkbox.tsx';
import { Badge } from '../ui/display/badge.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';
import { ForAll } from './sources/for-all.tsx';

interface RehearsedFile {
  readonly name: string;
  readonly rehearsal: FeedRehearsal;
}

interface RehearsalDialogProps {
  readonly file: RehearsedFile | null;
  readonly onClose: () => void;
}

/** What a list would bring, feed by feed, before anything of it is taken. */
export function RehearsalDialog({ file, onClose }: RehearsalDialogProps) {
  const { words } = useReader();
  return (
    <Dialog
      wide
      open={file !== null}
      onClose={onClose}
      title={file === null ? '' : words.news.rehearsal({ name: file.name })}
    >
      {file && <Rehearsal {...file.rehearsal} onClose={onClose} />}
    </Dialog>
  );
}

function Rehearsal({ feeds, unusable, cut, onClose }: FeedRehearsal & { readonly onClose: () => void }) {
  const { words } = useReader();
  const onError = useProblemToast();
  const { news } = trpc.useUtils();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [forAll, setForAll] = useState(useMe().role === 'ADMIN');
  const wanted = feeds.filter(({ url, known }) => !known && !left.has(url));
  const take = trpc.news.import.useMutation({
    onError,
    onSuccess: ({ ids, left: without }) => {
      const description = without > 0 ? words.news.left({ count: without }) : undefined;
      toast.success(words.news.taken({ count: ids.length }), { description });
      void news.sources.invalidate();
      onClose();
    },
  });
  return (
    <>
      {cut && <p className="mb-2 text-soft">{words.news.cut}</p>}
      {unusable > 0 && <p className="mb-2 text-soft">{words.news.unusable({ count: unusable })}</p>}
      {feeds.every(({ known }) => known) && <p className="mb-2">{words.news.rehearsalNone}</p>}
      <ul className="space-y-1">
        {feeds.map((feed) => (
          <FeedChoice
            key={feed.url}
            {...feed}
            chosen={!left.has(feed.url)}
            onChoose={(chosen) => {
              const next = new Set(left);
              if (chosen) next.delete(feed.url);
              else next.add(feed.url);
              setLeft(next);
            }}
          />
        ))}
      </ul>
      <div className="mt-4">
        <ForAll checked={forAll} onChange={setForAll} />
      </div>
      <DialogActions>
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button
          look="primary"
          disabled={wanted.length === 0}
          pending={take.isPending}
          onClick={() => take.mutate({ feeds: wanted.map(({ url, title }) => ({ url, title })), forAll })}
        >
          {words.news.take({ count: wanted.length })}
        </Button>
      </DialogActions>
    </>
  );
}

interface FeedChoiceProps {
  readonly url: string;
  readonly title: string;
  readonly known: boolean;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function FeedChoice({ url, title, known, chosen, onChoose }: FeedChoiceProps) {
  const { words } = useReader();
  const id = useId();
  return (
    <li className="flex min-h-10 items-center gap-3">
      {!known && <Checkbox id={id} checked={chosen} onChange={onChoose} />}
      <label htmlFor={known ? undefined : id} className="min-w-0 flex-1">
        <span className="block truncate">{title}</span>
        <span className="block truncate text-[13px] text-soft">{url}</span>
      </label>
      {known && <Badge>{words.news.known}</Badge>}
    </li>
  );
}
