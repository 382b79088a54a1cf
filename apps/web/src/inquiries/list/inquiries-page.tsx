import { useNavigate, useSearch } from '@tanstack/react-router';
import { Lightbulb } from 'lucide-react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Page } from '../../shell/page.tsx';
import { Segments } from '../../ui/controls/segments.tsx';
import { Card } from '../../ui/display/card.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { InquiryRow } from './inquiry-row.tsx';
import { TURNS, turnOf } from './turn-of.ts';

/** The ideas of clients, by whose turn it is. */
export function InquiriesPage() {
  const { words } = useReader();
  const { turn = 'yours' } = useSearch({ from: '/app/inquiries' });
  const navigate = useNavigate();
  const inquiries = trpc.inquiries.list.useQuery({});
  const of = Map.groupBy(inquiries.data ?? [], turnOf);
  const label = (name: (typeof TURNS)[number]) => {
    const count = name === 'over' ? 0 : (of.get(name)?.length ?? 0);
    return count > 0 ? `${words.inquiries.turns[name]} (${count})` : words.inquiries.turns[name];
  };
  const shown = of.get(turn) ?? [];
  return (
    <Page title={words.inquiries.title} lead={words.inquiries.lead}>
      <div className="mb-5 max-w-full overflow-x-auto rounded-lg">
        <Segments
          label={words.inquiries.title}
          value={turn}
          options={TURNS.map((value) => ({ value, label: label(value) }))}
          onChange={(next) => void navigate({ to: '/inquiries', search: { turn: next }, replace: true })}
        />
      </div>
      {inquiries.error && !inquiries.data && <ProblemNotice error={inquiries.error} />}
      {!inquiries.error && !inquiries.data && <Skeleton className="h-48 rounded-2xl" />}
      {inquiries.data && (
        <Card className="overflow-hidden">
          {shown.length === 0 && (
            <EmptyState icon={Lightbulb} title={words.inquiries.none[turn]} hint={words.inquiries.noneHint} />
          )}
          <ul className="divide-y divide-line">
            {shown.map((inquiry) => (
              <InquiryRow key={inquiry.id} inquiry={inquiry} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
