import { trpc } from '../../api/trpc.ts';
import { jobName } from '../../health/job-name.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { ItemOf } from '../item-of.ts';
import { useSettle } from '../settling.tsx';
import { WaitingRow } from '../waiting-row.tsx';

/** Work that is done by itself, and was given up. */
export function JobRow({ item }: { readonly item: ItemOf<'job'> }) {
  const { words } = useReader();
  const { id, job, about, attempts, failure } = item.thing;
  const name = jobName(job, words);
  const retry = trpc.jobs.retry.useMutation(useSettle(item)(() => words.health.deadLettersRetried));
  return (
    <WaitingRow
      item={item}
      title={about === null ? name : `${name} · ${about}`}
      lead={
        <>
          <p className="text-[13px] break-words text-bad">{failure}</p>
          <p className="text-[13px] text-soft">{words.mails.attempts({ count: attempts })}</p>
        </>
      }
      actions={
        <Button
          size="small"
          look="primary"
          aria-label={words.health.deadLettersRetryOf({ job: name })}
          onClick={() => retry.mutate({ id })}
        >
          {words.waiting.retry}
        </Button>
      }
    />
  );
}
