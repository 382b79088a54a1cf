import { Plus } from 'lucide-react';
import { useState } from 'react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Panel } from '../../studio/panel.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { AddGroupDialog } from './add-group-dialog.tsx';
import { GroupRow } from './group-row.tsx';

/** Who has calendars together. */
export function GroupsPanel() {
  const { words } = useReader();
  const [adding, setAdding] = useState(false);
  const groups = trpc.groups.list.useQuery();
  const people = trpc.people.list.useQuery();
  const button = (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden className="size-4" />
      {words.groups.add}
    </Button>
  );
  return (
    <Panel title={words.groups.title} lead={words.groups.lead} action={button}>
      {groups.error && !groups.data && <ProblemNotice error={groups.error} />}
      {!groups.data && !groups.error && <Skeleton className="h-24" />}
      {groups.data?.length === 0 && (
        <p className="text-soft">
          {words.groups.none} {words.groups.noneHint}
        </p>
      )}
      <ul className="space-y-3">
        {groups.data?.map((group) => (
          <GroupRow key={group.id} group={group} people={people.data ?? []} />
        ))}
      </ul>
      <AddGroupDialog open={adding} onClose={() => setAdding(false)} />
    </Panel>
  );
}
