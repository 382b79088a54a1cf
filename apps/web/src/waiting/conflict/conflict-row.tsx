import { useState } from 'react';
import { eventTitle } from '../../agenda/event/event-title.ts';
import type { ConflictTake } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import type { ItemOf } from '../item-of.ts';
import { useSettle } from '../settling.tsx';
import { WaitingRow } from '../waiting-row.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { groupName } from './group-name.ts';

/** One version is taken at once, or both are compared first. */
export function ConflictRow({ item }: { readonly item: ItemOf<'conflict'> }) {
  const { words } = useReader();
  const [comparing, setComparing] = useState(false);
  const { id, summary, kind, groups, calendarId } = item.thing;
  const name = eventTitle({ title: summary }, words);
  const takes = words.conflict.take[kind];
  const resolve = trpc.conflicts.resolve.useMutation(useSettle(item)(() => words.conflict.done));
  const take = (version: ConflictTake) => resolve.mutate({ id, take: version });
  return (
    <WaitingRow
      item={item}
      title={name}
      badges={<Badge tone="warn">{words.conflict.kinds[kind]}</Badge>}
      lead={groups.map((group) => groupName(group, words)).join(' · ')}
      calendarId={calendarId}
      actions={
        <>
          {(['theirs', 'mine'] as const).map((side) => (
            <Button
              key={side}
              size="small"
              aria-label={words.conflict.takeOf({ take: takes[side], name })}
              onClick={() => take(side)}
            >
              {takes[side]}
            </Button>
          ))}
          <Button
            size="small"
            look="primary"
            aria-label={words.conflict.compareOf({ name })}
            onClick={() => setComparing(true)}
          >
            {words.conflict.compare}
          </Button>
          <ConflictDialog conflict={item.thing} open={comparing} onClose={() => setComparing(false)} />
        </>
      }
    />
  );
}
