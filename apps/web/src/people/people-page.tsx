import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../api/trpc.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { Page } from '../shell/page.tsx';
import { AdminOnly } from '../shell/page-states.tsx';
import { useMe } from '../shell/use-me.ts';
import { useStudioZone } from '../shell/use-studio-zone.ts';
import { dateIn } from '../time/zone.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';

export function PeoplePage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const button = (
    <Button look="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden className="size-4" />
      {t('people.add')}
    </Button>
  );
  return (
    <Page title={t('people.title')} lead={t('people.lead')} action={button}>
      <AdminOnly>
        <PeopleList />
        <AddPersonDialog open={adding} onClose={() => setAdding(false)} />
      </AdminOnly>
    </Page>
  );
}

function PeopleList() {
  const { t } = useTranslation();
  const { date } = useFormats();
  const zone = useStudioZone();
  const me = useMe();
  const people = trpc.people.list.useQuery();
  if (people.error && !people.data) return <ProblemNotice error={people.error} />;
  if (!people.data) return <Skeleton className="h-48 rounded-2xl" />;
  return (
    <Card>
      <ul className="divide-y divide-line">
        {people.data.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3.5">
            <div className="min-w-48 flex-1">
              <p className="font-medium">
                {person.name}
                {person.id === me.userId && (
                  <span className="font-normal text-soft"> · {t('people.you')}</span>
                )}
              </p>
              <p className="text-[13px] text-soft">{person.email}</p>
            </div>
            <Badge tone={person.role === 'ADMIN' ? 'accent' : 'neutral'}>
              {t(`shell.roles.${person.role}`)}
            </Badge>
            <p className="w-40 text-[13px] text-soft sm:text-right">
              {t('people.since', { date: date(dateIn(person.createdAt, zone)) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
