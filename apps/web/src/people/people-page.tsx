import { Plus } from 'lucide-react';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { AdminOnly } from '../shell/page-states.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Card } from '../ui/display/card.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { GroupsPanel } from './groups/groups-panel.tsx';
import { PersonRow } from './person-row.tsx';

export function PeoplePage() {
  const { words } = useReader();
  const [adding, setAdding] = useState(false);
  const button = (
    <Button look="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden className="size-4" />
      {words.people.add}
    </Button>
  );
  return (
    <Page title={words.people.title} lead={words.people.lead} action={button}>
      <AdminOnly>
        <div className="space-y-6">
          <PeopleList />
          <GroupsPanel />
        </div>
        <AddPersonDialog open={adding} onClose={() => setAdding(false)} />
      </AdminOnly>
    </Page>
  );
}

function PeopleList() {
  const people = trpc.people.list.useQuery();
  if (people.error && !people.data) return <ProblemNotice error={people.error} />;
  if (!people.data) return <Skeleton className="h-48 rounded-2xl" />;
  return (
    <Card>
      <ul className="divide-y divide-line">
        {people.data.map((person) => (
          <PersonRow key={person.id} person={person} people={people.data} />
        ))}
      </ul>
    </Card>
  );
}
