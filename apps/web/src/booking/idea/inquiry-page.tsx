import { Link2Off } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { Badge, type Tone } from '../../ui/display/badge.tsx';
import { Card } from '../../ui/display/card.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import type { ClientInquiry } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { codeOf } from '../api/problem.ts';
import { useLive } from '../api/use-live.ts';
import { useQuestion } from '../api/use-question.ts';
import { AskFirst } from '../controls/ask-first.tsx';
import { Facts } from '../controls/facts.tsx';
import { useAnnounce } from '../frame/announcer.tsx';
import { EmptyPage } from '../frame/empty-page.tsx';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useReader } from '../language/reader.ts';
import { PageSkeleton, useAskOnReturn } from '../manage/manage-page.tsx';
import { useChange } from '../manage/use-change.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import { SessionCard } from './session-card.tsx';

/** What has become of an idea: the answer, times to choose from, and what is booked. */
export function InquiryPage({ token }: { readonly token: string }) {
  const { client } = useApi();
  const { words } = useReader();
  const search = useSearch();
  const { answer, error, ask, set } = useQuestion(token, () => client.inquiry.see.query({ token }));
  useAskOnReturn(ask);
  useLive(token, (options) => client.inquiry.watch.subscribe({ token }, options), set);
  if (error && codeOf(error) === 'NOT_FOUND')
    return (
      <EmptyPage
        icon={Link2Off}
        title={words.idea.status.lost}
        hint={words.idea.status.lostHint}
        action={
          <a href={linkTo('/idea', search)} className={buttonClass('plain', 'large')}>
            {words.idea.title}
          </a>
        }
      />
    );
  if (!answer) return error ? <ProblemPanel error={error} onRetry={ask} /> : <PageSkeleton />;
  return <Inquiry token={token} inquiry={answer} onChanged={set} onStale={ask} />;
}

interface InquiryProps {
  readonly token: string;
  readonly inquiry: ClientInquiry;
  readonly onChanged: (inquiry: ClientInquiry) => void;
  readonly onStale: () => void;
}

const TONES: Partial<Record<ClientInquiry['state'], Tone>> = {
  OPEN: 'warn',
  OFFERED: 'accent',
  CLOSED: 'good',
};

function Inquiry({ token, inquiry, onChanged, onStale }: InquiryProps) {
  const { words, formats } = useReader();
  const { client } = useApi();
  const search = useSearch();
  const announce = useAnnounce();
  const change = useChange(onStale);
  const [said, setSaid] = useState<{ readonly tone: 'accent' | 'bad'; readonly text: string } | null>(null);
  const [withdrawing, setWithdrawing] = useState(false);
  const { state, zone, sessions, expiresAt, artist, message } = inquiry;
  const { status } = words.idea;
  const isOpen = state === 'OPEN' || state === 'OFFERED';
  const mayPick = sessions.some(({ booking, offered }) => !booking && offered.length > 0);
  useTitle(status.title, status.states[state]);

  const pick = (offeredId: string, start: Date) =>
    change.run(async () => {
      const answer = await client.inquiry.pick.mutate({ token, offeredId });
      onChanged(answer.inquiry);
      const text =
        answer.kind === 'booked' ? status.picked({ time: formats.moment(start, zone) }) : status.takenSaid;
      setSaid({ tone: answer.kind === 'booked' ? 'accent' : 'bad', text });
    });
  const withdraw = () =>
    change.run(async () => {
      onChanged(await client.inquiry.withdraw.mutate({ token }));
      setWithdrawing(false);
      announce(status.states.WITHDRAWN);
    });

  return (
    <div className="mx-auto max-w-2xl">
      <Badge tone={TONES[state] ?? 'neutral'}>{status.states[state]}</Badge>
      <h1 className="mt-3 text-[1.6rem] leading-tight font-semibold sm:text-[1.9rem]">{status.title}</h1>
      <p className="mt-2 text-soft">
        {state === 'OFFERED' && !mayPick ? status.next.BOOKED : status.next[state]}{' '}
        {isOpen && expiresAt && mayPick && status.until({ time: formats.moment(expiresAt, zone) })}
      </p>
      <div className="mt-5 grid gap-3 empty:hidden">
        {said && <Notice tone={said.tone} title={said.text} />}
        {message && (
          <Notice
            tone="accent"
            title={words.manage.messageFrom({ artist: artist?.name ?? words.review.someone })}
            hint={<span className="whitespace-pre-line">{message}</span>}
          />
        )}
        {change.error ? <ProblemPanel error={change.error} /> : null}
      </div>
      {(inquiry.quote || inquiry.deposit) && (
        <Card className="mt-6 flex flex-wrap gap-x-12 gap-y-3 p-5 sm:p-6">
          {[[status.quote, inquiry.quote] as const, [status.deposit, inquiry.deposit] as const].map(
            ([label, value]) =>
              value && (
                <div key={label}>
                  <p className="text-[13px] text-soft">{label}</p>
                  <p className="text-lg font-semibold">{value}</p>
                </div>
              ),
          )}
        </Card>
      )}
      {sessions.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-3 text-lg font-semibold">{status.sessions}</h2>
          <ol className="grid gap-3">
            {sessions.map((session) => (
              <SessionCard
                key={session.number}
                session={session}
                zone={zone}
                alone={sessions.length === 1}
                pending={change.pending}
                mayPick={isOpen}
                onPick={(id, start) => void pick(id, start)}
              />
            ))}
          </ol>
        </section>
      )}
      <section className="mt-8">
        <h2 className="mb-3 text-lg font-semibold">{status.yourIdea}</h2>
        <Card className="p-5 sm:p-6">
          <IdeaFacts inquiry={inquiry} />
        </Card>
      </section>
      <div className="mt-8">
        {isOpen && !withdrawing && (
          <Button size="large" onClick={() => setWithdrawing(true)}>
            {status.withdraw}
          </Button>
        )}
        {isOpen && withdrawing && (
          <AskFirst
            question={status.withdrawAsk}
            hint={status.withdrawHint}
            confirm={status.withdraw}
            keep={status.keep}
            pending={change.pending}
            onConfirm={() => void withdraw()}
            onKeep={() => setWithdrawing(false)}
          />
        )}
        {!isOpen && state !== 'CLOSED' && (
          <a href={linkTo('/idea', search)} className={buttonClass('primary', 'large')}>
            {words.idea.another}
          </a>
        )}
      </div>
    </div>
  );
}

function IdeaFacts({ inquiry }: { readonly inquiry: ClientInquiry }) {
  const { words } = useReader();
  const { idea, placement, size, style, budget, preferredDays, images, client } = inquiry;
  const fact = (label: string, value: string) => (value ? [{ label, value }] : []);
  return (
    <Facts
      facts={[
        ...fact(words.idea.artist, inquiry.artist?.name ?? words.idea.anyone),
        ...fact(words.idea.about, idea),
        ...fact(words.idea.placement, placement),
        ...fact(words.idea.size, size),
        ...fact(words.idea.style, style),
        ...fact(words.idea.budget, budget),
        ...fact(words.idea.days, preferredDays),
        ...fact(words.images.label, images > 0 ? words.review.images({ count: images }) : ''),
        ...fact(words.manage.contact, [client.name, client.email, client.phone].filter(Boolean).join('\n')),
      ]}
    />
  );
}
