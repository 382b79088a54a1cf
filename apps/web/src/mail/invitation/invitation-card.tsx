import { Link } from '@tanstack/react-router';
import { CalendarHeart, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { OpenedMail, SeenInvitation } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { dateIn } from '../../time/zone.ts';
import { browserZone } from '../../time/zone-name.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Card } from '../../ui/display/card.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { AnswerForm } from './answer-form.tsx';
import { Answered } from './answered.tsx';
import { InvitationFacts } from './invitation-facts.tsx';
import { TakeButton } from './take-button.tsx';

/** What a message says to calendars, and what can be done with it. Nothing is done by itself (M10). */
export function InvitationCard({ mail }: { readonly mail: OpenedMail }) {
  const { words } = useReader();
  const seen = trpc.invitations.see.useQuery({ id: mail.id });
  if (seen.error) return <ProblemNotice error={seen.error} />;
  return (
    <Card aria-label={words.invitation.title} className="space-y-4 bg-sunken/40 p-4">
      {seen.data ? <Invitation id={mail.id} seen={seen.data} /> : <Skeleton className="h-40 rounded-xl" />}
    </Card>
  );
}

function Invitation({ id, seen }: { readonly id: string; readonly seen: SeenInvitation }) {
  const { words } = useReader();
  const [despite, setDespite] = useState(false);
  const { standing, organizer, act, eventId, time, forged } = seen;
  const name = organizer?.name || seen.sender?.name || words.invitation.nobody;
  const hint = hintOf(standing, words.invitation.hint);
  // What would change the calendar is behind one more click, where it comes from elsewhere.
  const guarded = forged && eventId !== null && !despite;
  return (
    <>
      <div className="flex items-start gap-2.5">
        <CalendarHeart aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
        <div className="min-w-0">
          <p className="text-[13px] text-soft">{words.invitation.standing[standing]({ organizer: name })}</p>
          <p className="text-base font-semibold break-words">{seen.title || words.invitation.untitled}</p>
        </div>
      </div>
      {hint && <p className="text-[13px]">{hint}</p>}
      {forged && act && <Forged seen={seen} />}
      <InvitationFacts seen={seen} />
      <Answered seen={seen} />
      {guarded && act ? (
        <Button onClick={() => setDespite(true)}>{words.invitation.despite}</Button>
      ) : (
        <Act id={id} seen={seen} despite={despite} />
      )}
      {eventId && time && (
        <Link
          to="/agenda"
          search={{ view: 'day', date: dateIn(time.startsAt, browserZone()).toString(), event: eventId }}
          className="inline-block text-[13px] font-medium text-accent hover:underline"
        >
          {words.invitation.open}
        </Link>
      )}
    </>
  );
}

function Act({
  id,
  seen,
  despite,
}: {
  readonly id: string;
  readonly seen: SeenInvitation;
  readonly despite: boolean;
}) {
  if (seen.act === null) return null;
  if (seen.act === 'answer') return <AnswerForm id={id} seen={seen} despite={despite} />;
  return <TakeButton id={id} seen={seen} act={seen.act} despite={despite} />;
}

function Forged({ seen: { sender, organizer, guest } }: { readonly seen: SeenInvitation }) {
  const { words } = useReader();
  const claimed = organizer ?? guest;
  return (
    <p role="alert" className="flex items-start gap-1.5 text-[13px] font-medium text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {words.invitation.forged({
        sender: sender?.address ?? words.invitation.nobody,
        organizer: claimed?.address ?? words.invitation.nobody,
      })}
    </p>
  );
}

function hintOf(standing: string, hints: Readonly<Record<string, string>>): string | null {
  return hints[standing] ?? null;
}
