import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { StudioInquiry } from '../../api/answers.ts';
import { codeOf } from '../../api/api-error.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { NotFound } from '../../shell/page-states.tsx';
import { usePageTitle } from '../../shell/use-page-title.ts';
import { AgeText } from '../../time/age-text.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { INQUIRY_LOOK } from '../inquiry-look.ts';
import { AnswerCard } from './answer-card.tsx';
import { IdeaCard } from './idea-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

export function InquiryPage() {
  const { words } = useReader();
  const { inquiryId } = useParams({ from: '/app/inquiries/$inquiryId' });
  const inquiry = trpc.inquiries.see.useQuery({ id: inquiryId });
  usePageTitle(inquiry.data?.client.name ?? words.inquiries.title);
  if (codeOf(inquiry.error) === 'NOT_FOUND') return <NotFound />;
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-6 lg:px-10 lg:py-8">
      <Link
        to="/inquiries"
        className="mb-4 -ml-2 inline-flex h-9 items-center gap-2 rounded-lg px-2 font-medium text-soft hover:bg-sunken hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {words.inquiries.title}
      </Link>
      {inquiry.error && !inquiry.data && <ProblemNotice error={inquiry.error} />}
      {!inquiry.error && !inquiry.data && <Skeleton className="h-96 rounded-2xl" />}
      {inquiry.data && <Open inquiry={inquiry.data} />}
    </div>
  );
}

function Open({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const { state, client, createdAt, expiresAt } = inquiry;
  const { icon, tone } = INQUIRY_LOOK[state];
  const unanswered = state === 'OPEN' || (state === 'EXPIRED' && inquiry.sessions.length === 0);
  return (
    <>
      <header className="mb-5">
        <h1 className="flex flex-wrap items-center gap-3 text-2xl font-semibold">
          {client.name}
          <Badge icon={icon} tone={tone}>
            {words.inquiries.states[state]}
          </Badge>
        </h1>
        <p className="mt-1 text-soft">
          {words.inquiries.sent} <AgeText since={createdAt} />
          {expiresAt && (state === 'OPEN' || state === 'OFFERED') && (
            <>
              {' · '}
              {state === 'OPEN' ? words.inquiries.expiresUnanswered : words.inquiries.expiresOffer}{' '}
              <AgeText since={expiresAt} />
            </>
          )}
        </p>
      </header>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
        <IdeaCard inquiry={inquiry} />
        {unanswered ? <AnswerCard inquiry={inquiry} /> : <SessionsCard inquiry={inquiry} />}
      </div>
    </>
  );
}
