import { RotateCcw, TriangleAlert } from 'lucide-react';
import { toast } from 'sonner';
import type { DeadLetter } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { AgeText } from '../time/age-text.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Card } from '../ui/display/card.tsx';
import { jobName } from './job-name.ts';

/** What is done by itself, and was given up; nothing where all of it could. */
export function DeadLetters() {
  const { words } = useReader();
  const { data = [] } = trpc.jobs.deadLetters.useQuery(undefined, { staleTime: 0 });
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="dead-letters" className="mb-6">
      <h2 id="dead-letters" className="mb-1 flex items-center gap-2 font-medium">
        <TriangleAlert aria-hidden className="size-5 text-warn" />
        {words.health.deadLetters({ count: data.length })}
      </h2>
      <p className="mb-2 text-[13px] text-soft">{words.health.deadLettersHint}</p>
      <Card className="overflow-hidden">
        <ul className="divide-y divide-line">
          {data.map((letter) => (
            <DeadLetterRow key={letter.id} letter={letter} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function DeadLetterRow({ letter }: { readonly letter: DeadLetter }) {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const retry = trpc.jobs.retry.useMutation({
    onError,
    onSuccess: () => void toast.success(words.health.deadLettersRetried),
    onSettled: () => queries.jobs.invalidate(),
  });
  const { id, job, item, about, attempts, failure, since } = letter;
  const name = jobName(job, words);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-48 flex-1">
        <p className="font-medium">
          {name}
          {about !== null && <span className="font-normal"> · {about}</span>}
        </p>
        <p className="text-[13px] break-words text-bad">{failure}</p>
        <p className="text-[13px] text-soft">
          {words.mails.attempts({ count: attempts })} · <AgeText since={since} /> ·{' '}
          <span className="font-mono text-xs break-all">{item}</span>
        </p>
      </div>
      <Button
        size="small"
        pending={retry.isPending}
        aria-label={words.health.deadLettersRetryOf({ job: name })}
        onClick={() => retry.mutate({ id })}
      >
        <RotateCcw aria-hidden className="size-4" />
        {words.mails.retry}
      </Button>
    </li>
  );
}
