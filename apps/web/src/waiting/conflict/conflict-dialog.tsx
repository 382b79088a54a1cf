import { useState } from 'react';
import { eventTitle } from '../../agenda/event/event-title.ts';
import type { ConflictDetail, ConflictItem } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { byGroup, type Choices, firstChoices } from './choices.ts';
import { FieldChoice } from './field-choice.tsx';
import { RawTexts } from './raw-texts.tsx';
import { useResolve } from './use-resolve.ts';

interface ConflictDialogProps {
  readonly conflict: ConflictItem;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Before, here, there: field by field, or as a whole. */
export function ConflictDialog({ conflict, open, onClose }: ConflictDialogProps) {
  const { words } = useReader();
  const name = eventTitle({ title: conflict.summary }, words);
  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={name}
      lead={conflict.kind === 'both-edited' ? words.conflict.lead : words.conflict.leadWhole}
    >
      <Loaded id={conflict.id} onClose={onClose} />
    </Dialog>
  );
}

function Loaded({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error } = trpc.conflicts.show.useQuery({ id });
  if (error && !data) return <ProblemNotice error={error} />;
  if (!data) return <Skeleton className="h-64" />;
  return <Versions conflict={data} onClose={onClose} />;
}

interface VersionsProps {
  readonly conflict: ConflictDetail;
  readonly onClose: () => void;
}

function Versions({ conflict, onClose }: VersionsProps) {
  const [chosen, setChosen] = useState<Choices>(() => firstChoices(conflict));
  const groups = byGroup(conflict.differences);
  const byField = conflict.mine !== null && conflict.theirs !== null;
  return (
    <>
      <div className="space-y-5">
        {[...groups].map(([group, rows]) => (
          <FieldChoice
            key={group}
            group={group}
            rows={rows}
            value={chosen[group] ?? null}
            onChange={byField ? (side) => setChosen({ ...chosen, [group]: side }) : null}
          />
        ))}
      </div>
      <RawTexts conflict={conflict} />
      <Decide
        conflict={conflict}
        chosen={byField ? chosen : null}
        complete={[...groups.keys()].every((group) => chosen[group])}
        onClose={onClose}
      />
    </>
  );
}

interface DecideProps extends VersionsProps {
  /** Null where it can only be settled as a whole. */
  readonly chosen: Choices | null;
  readonly complete: boolean;
}

function Decide({ conflict: { id, kind }, chosen, complete, onClose }: DecideProps) {
  const { words } = useReader();
  const resolve = useResolve(onClose);
  const takes = words.conflict.take[kind];
  return (
    <footer className="sticky -bottom-5 -mx-5 mt-5 -mb-5 border-t border-line bg-raised px-5 py-4 sm:-bottom-6 sm:rounded-b-2xl sm:-mx-6 sm:-mb-6 sm:px-6">
      {resolve.error && (
        <div className="mb-3">
          <ProblemNotice error={resolve.error} />
        </div>
      )}
      {chosen && !complete && <p className="mb-2 text-[13px] text-soft">{words.conflict.missing}</p>}
      <div className="flex flex-wrap gap-2 *:grow sm:justify-end sm:*:grow-0">
        {kind === 'both-edited' && (
          <Button pending={resolve.isPending} onClick={() => resolve.mutate({ id, take: 'both' })}>
            {words.conflict.both}
          </Button>
        )}
        {(['theirs', 'mine'] as const).map((side) => (
          <Button key={side} pending={resolve.isPending} onClick={() => resolve.mutate({ id, take: side })}>
            {takes[side]}
          </Button>
        ))}
        {chosen && (
          <Button
            look="primary"
            disabled={!complete}
            pending={resolve.isPending}
            onClick={() => resolve.mutate({ id, take: chosen })}
          >
            {words.conflict.save}
          </Button>
        )}
      </div>
    </footer>
  );
}
