import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { FoundFeed } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Panel } from '../../studio/panel.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { ForAll } from './for-all.tsx';

/** The address of a site first; then which of its feeds. */
export function AddSource() {
  const { words } = useReader();
  const [address, setAddress] = useState('');
  const [forAll, setForAll] = useState(useMe().role === 'ADMIN');
  const find = trpc.news.find.useMutation();
  return (
    <Panel title={words.news.add}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') find.mutate({ address });
        }}
      >
        <Field label={words.news.address} hint={words.news.addressHint}>
          {(control) => (
            <div className="flex gap-2">
              <Input
                {...control}
                value={address}
                inputMode="url"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={2_000}
                onChange={({ target }) => setAddress(target.value)}
              />
              <Button type="submit" look="primary" pending={find.isPending}>
                {!find.isPending && <Search aria-hidden className="size-4" />}
                {words.news.find}
              </Button>
            </div>
          )}
        </Field>
        <ForAll checked={forAll} onChange={setForAll} />
      </form>
      {find.error && (
        <div className="mt-4">
          <ProblemNotice error={find.error} />
        </div>
      )}
      {find.data && (
        <Found
          feeds={find.data}
          forAll={forAll}
          onAdded={() => {
            setAddress('');
            find.reset();
          }}
        />
      )}
    </Panel>
  );
}

interface FoundProps {
  readonly feeds: readonly FoundFeed[];
  readonly forAll: boolean;
  readonly onAdded: () => void;
}

function Found({ feeds, forAll, onAdded }: FoundProps) {
  const { words } = useReader();
  const onError = useProblemToast();
  const { news } = trpc.useUtils();
  const add = trpc.news.add.useMutation({
    onError,
    onSuccess: ({ title }) => {
      toast.success(words.news.added({ title }));
      void news.sources.invalidate();
      onAdded();
    },
  });
  return (
    <div role="status" className="mt-4">
      <p className="text-soft">{words.news.found({ count: feeds.length })}</p>
      <ul className="mt-2 space-y-2">
        {feeds.map(({ url, title, latest }) => (
          <li key={url} className="flex items-center gap-3 rounded-xl bg-sunken/60 p-3">
            <span className="min-w-0 flex-1">
              <span className="block font-medium break-words">{title}</span>
              <span className="line-clamp-2 text-[13px] break-words text-soft">
                {latest === null ? words.news.empty : words.news.latest({ title: latest })}
              </span>
            </span>
            <Button
              size="small"
              aria-label={words.news.addOf({ title })}
              pending={add.isPending && add.variables.address === url}
              onClick={() => add.mutate({ address: url, forAll })}
            >
              <Plus aria-hidden className="size-4" />
              {words.news.addThis}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
