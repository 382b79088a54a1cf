import { useState } from 'react';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { useAnnounce } from '../../ui/display/announcer.tsx';
import { Badge, type Tone } from '../../ui/display/badge.tsx';
import { Card } from '../../ui/display/card.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import type { ClientInquiry } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { AskFirst } from '../controls/ask-first.tsx';
import { Facts } from '../controls/facts.tsx';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useReader } from '../language/reader.ts';
import { type Change, useChange } from '../manage/use-change.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import { SessionCard } from './session-card.tsx';

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

interface Said {
  readonly tone: 'accent' | 'bad';
  readonly text: string;
}

export function Inquiry({ token, inquiry, onChanged, onStale }: InquiryProps) {
  const { words, formats } = useReader();
  const { client } = useApi();
  const change = useChange(onStale);
  const [said, setSaid] = useState<Said | null>(null);
  const { state, zone } = inquiry;
  const { status } = words.idea;
  useTitle(status.title, status.states[state]);
  const pick = (offeredId: string, start: Date) =>
    change.run(async () => {
      const { kind, inquiry: after } = await client.inquiry.pick.mutate({ token, offeredId });
      onChanged(after);
      const picked = { tone: 'accent', text: status.picked({ time: formats.moment(start, zone) }) } as const;
      setSaid(kind === 'booked' ? picked : { tone: 'bad', text: status.takenSaid });
    });
  return (
    <div className="mx-auto max-w-2xl">
      <Badge tone={TONES[state] ?? 'neutral'}>{status.states[state]}</Badge>
      <h1 className="mt-3 text-[1.6rem] leading-tight font-semibold sm:text-[1.9rem]">{status.title}</h1>
      <WhatNext inquiry={inquiry} />
      <Notices inquiry={inquiry} said={said} error={change.error} />
      <Terms inquiry={inquiry} />
      <Sessions inquiry={inquiry} pending={change.pending} onPick={(id, start) => void pick(id, start)} />
      <section className="mt-8">
        <h2 className="mb-3 text-lg font-semibold">{status.yourIdea}</h2>
        <Card className="p-5 sm:p-6">
          <IdeaFacts inquiry={inquiry} />
        </Card>
      </section>
      <div className="mt-8">
        <WayOut token={token} inquiry={inquiry} change={change} onChanged={onChanged} />
      </div>
    </div>
  );
}

interface OfInquiry {
  readonly inquiry: ClientInquiry;
}

function isOpen({ state }: ClientInquiry): boolean {
  return state === 'OPEN' || state === 'OFFERED';
}

function WhatNext({ inquiry }: OfInquiry) {
  const { words, formats } = useReader();
  const { state, sessions, expiresAt, zone } = inquiry;
  const { next, until } = words.idea.status;
  const mayPick = sessions.some(({ booking, offered }) => !booking && offered.length > 0);
  return (
    <p className="mt-2 text-soft">
      {state === 'OFFERED' && !mayPick ? next.BOOKED : next[state]}{' '}
      {isOpen(inquiry) && expiresAt && mayPick && until({ time: formats.moment(expiresAt, zone) })}
    </p>
  );
}

interface NoticesProps extends OfInquiry {
  readonly said: Said | null;
  readonly error: unknown;
}

function Notices({ inquiry: { message, artist }, said, error }: NoticesProps) {
  const { words } = useReader();
  return (
    <div className="mt-5 grid gap-3 empty:hidden">
      {said && <Notice tone={said.tone} title={said.text} />}
      {message && (
        <Notice
          tone="accent"
          title={words.manage.messageFrom({ artist: artist?.name ?? words.review.someone })}
          hint={<span className="whitespace-pre-line">{message}</span>}
        />
      )}
      {error ? <ProblemPanel error={error} /> : null}
    </div>
  );
}

/** What it will cost. */
function Terms({ inquiry: { quote, deposit } }: OfInquiry) {
  const { words } = useReader();
  const { status } = words.idea;
  const terms = [
    { label: status.quote, value: quote },
    { label: status.deposit, value: deposit },
  ].filter(({ value }) => value);
  if (terms.length === 0) return null;
  return (
    <Card className="mt-6 flex flex-wrap gap-x-12 gap-y-3 p-5 sm:p-6">
      {terms.map(({ label, value }) => (
        <div key={label}>
          <p className="text-[13px] text-soft">{label}</p>
          <p className="text-lg font-semibold">{value}</p>
        </div>
      ))}
    </Card>
  );
}

interface SessionsProps extends OfInquiry {
  readonly pending: boolean;
  readonly onPick: (offeredId: string, start: Date) => void;
}

function Sessions({ inquiry, pending, onPick }: SessionsProps) {
  const { words } = useReader();
  const { sessions, zone } = inquiry;
  if (sessions.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-lg font-semibold">{words.idea.status.sessions}</h2>
      <ol className="grid gap-3">
        {sessions.map((session) => (
          <SessionCard
            key={session.number}
            session={session}
            zone={zone}
            alone={sessions.length === 1}
            pending={pending}
            mayPick={isOpen(inquiry)}
            onPick={onPick}
          />
        ))}
      </ol>
    </section>
  );
}

interface WayOutProps extends Pick<InquiryProps, 'token' | 'inquiry' | 'onChanged'> {
  readonly change: Change;
}

/** Taking it back, or describing another one. */
function WayOut({ token, inquiry, change, onChanged }: WayOutProps) {
  const { words } = useReader();
  const { client } = useApi();
  const search = useSearch();
  const announce = useAnnounce();
  const [withdrawing, setWithdrawing] = useState(false);
  const { status } = words.idea;
  if (!isOpen(inquiry)) {
    return inquiry.state === 'CLOSED' ? null : (
      <a href={linkTo('/idea', search)} className={buttonClass('primary', 'large')}>
        {words.idea.another}
      </a>
    );
  }
  const withdraw = () =>
    change.run(async () => {
      onChanged(await client.inquiry.withdraw.mutate({ token }));
      setWithdrawing(false);
      announce(status.states.WITHDRAWN);
    });
  if (!withdrawing)
    return (
      <Button size="large" onClick={() => setWithdrawing(true)}>
        {status.withdraw}
      </Button>
    );
  return (
    <AskFirst
      question={status.withdrawAsk}
      hint={status.withdrawHint}
      confirm={status.withdraw}
      keep={status.keep}
      pending={change.pending}
      onConfirm={() => void withdraw()}
      onKeep={() => setWithdrawing(false)}
    />
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
