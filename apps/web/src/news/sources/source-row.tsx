import { knownFailure } from '@atelier/words/failures/known-failure';
import { Eye, EyeOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { NewsSource } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { useAge } from '../../time/age-text.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';

export function SourceRow({ source }: { readonly source: NewsSource }) {
  const { words } = useReader();
  const { id, title, site, url, forAll, hidden } = source;
  const admin = useMe().role === 'ADMIN';
  const { news } = trpc.useUtils();
  const onError = useProblemToast();
  const onSuccess = () => void Promise.all([news.sources.invalidate(), news.list.invalidate()]);
  const change = trpc.news.change.useMutation({ onError, onSuccess });
  const [asking, setAsking] = useState(false);
  const hide = hidden ? words.news.showOf({ title }) : words.news.hideOf({ title });
  return (
    <li className="flex items-start gap-2 rounded-lg px-2 py-1.5">
      <div className="min-w-0 flex-1 py-1.5">
        <a
          href={site ?? url}
          target="_blank"
          rel="noopener noreferrer"
          referrerPolicy="no-referrer"
          className="font-medium break-words hover:underline"
        >
          {title}
        </a>
        <p className="text-[13px] text-soft">
          {hidden ? words.news.hidden : forAll ? words.news.ofAll : words.news.own} · <Look source={source} />
        </p>
        <Trouble source={source} />
      </div>
      {forAll && (
        <IconButton
          icon={hidden ? Eye : EyeOff}
          label={hide}
          disabled={change.isPending}
          onClick={() => change.mutate({ feedId: id, shown: hidden })}
        />
      )}
      {(admin || !forAll) && (
        <IconButton icon={Trash2} label={words.news.removeOf({ title })} onClick={() => setAsking(true)} />
      )}
      <RemoveSource source={source} open={asking} onClose={() => setAsking(false)} />
    </li>
  );
}

function Look({ source: { lastCompleteAt } }: { readonly source: NewsSource }) {
  const { words } = useReader();
  const age = useAge();
  return <>{lastCompleteAt ? words.news.lookedAt({ age: age(lastCompleteAt) }) : words.news.notYet}</>;
}

/** What is wrong, in the reader's language where the kind is known. */
function Trouble({ source: { state, failure } }: { readonly source: NewsSource }) {
  const { words } = useReader();
  if (state === 'GONE') return <p className="text-[13px] text-warn">{words.news.gone}</p>;
  if (failure === null) return null;
  const { message, hint } =
    knownFailure(words.newsFailures, failure.kind) ?? knownFailure(words.failures, failure.kind) ?? failure;
  return (
    <p className="text-[13px]">
      <span className="text-warn">{message}</span> <span className="text-soft">{hint}</span>
    </p>
  );
}

interface RemoveSourceProps {
  readonly source: NewsSource;
  readonly open: boolean;
  readonly onClose: () => void;
}

function RemoveSource({ source: { id, title, forAll }, open, onClose }: RemoveSourceProps) {
  const { words } = useReader();
  const onError = useProblemToast();
  const { news } = trpc.useUtils();
  const remove = trpc.news.remove.useMutation({
    onError,
    onSuccess: () => {
      toast.success(words.news.removed({ title }));
      onClose();
      void Promise.all([news.sources.invalidate(), news.list.invalidate()]);
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => remove.mutate({ feedId: id })}
      pending={remove.isPending}
      title={words.news.removeTitle({ title })}
      lead={forAll ? words.news.removeLeadAll : words.news.removeLead}
      confirm={words.news.remove}
    />
  );
}
