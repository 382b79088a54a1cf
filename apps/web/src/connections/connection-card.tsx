import { factsOf, isOAuthKind, isPasswordKind, type OAuthKind } from '@atelier/providers/kinds';
import { CircleCheck, KeyRound, type LucideIcon, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Calendar, Connection } from '../api/answers.ts';
import { failureOf } from '../api/problem.ts';
import { useReader } from '../language/studio-reader.ts';
import { useAge } from '../time/age-text.tsx';
import { Button } from '../ui/controls/button.tsx';
import { IconButton } from '../ui/controls/icon-button.tsx';
import { Badge, type Tone } from '../ui/display/badge.tsx';
import { Card } from '../ui/display/card.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { CalendarSettings } from './calendar-settings.tsx';
import { OfferMail } from './offer-mail.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { rightsOf } from './sign-in/rights.ts';
import { SignInAgain } from './sign-in/sign-in-again.tsx';

const LOOKS: Record<Connection['state'], { readonly icon: LucideIcon; readonly tone: Tone }> = {
  ok: { icon: CircleCheck, tone: 'good' },
  failing: { icon: TriangleAlert, tone: 'warn' },
  credentials: { icon: KeyRound, tone: 'bad' },
};

interface ConnectionCardProps {
  readonly connection: Connection;
  readonly calendars: readonly Calendar[];
}

/** One account: how it stands, and its calendars. */
export function ConnectionCard({ connection, calendars }: ConnectionCardProps) {
  const { words } = useReader();
  const [asking, setAsking] = useState<'renew' | 'remove' | null>(null);
  const { icon, tone } = LOOKS[connection.state];
  const close = () => setAsking(null);
  return (
    <Card aria-label={connection.name}>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 p-5 pb-4 sm:flex-nowrap">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 text-base font-semibold">
            {connection.name}
            {connection.demo && <Badge tone="accent">{words.connections.demo}</Badge>}
          </h2>
          <p className="mt-0.5 text-[13px] text-soft">
            {[
              words.connect.kinds[connection.kind],
              connection.username,
              isOAuthKind(connection.kind) ? null : connection.serverUrl,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="mt-0.5 text-[13px] text-soft">
            {words.connections.owner({ name: connection.ownerName })} ·{' '}
            {words.connections.chosen({ selected: connection.selected, count: connection.calendars })}
          </p>
          {connection.scopes.length > 0 && <Rights scopes={connection.scopes} />}
        </div>
        <div className="flex shrink-0 items-center gap-2">
          <Badge tone={tone} icon={icon}>
            {isOAuthKind(connection.kind) && connection.state === 'credentials'
              ? words.connections.signedOut
              : words.connections.states[connection.state]}
          </Badge>
          <IconButton
            icon={Trash2}
            label={`${words.connections.remove}: ${connection.name}`}
            onClick={() => setAsking('remove')}
          />
        </div>
      </header>
      <OfferMail connection={connection} />
      <Trouble connection={connection} onRenew={() => setAsking('renew')} />
      {calendars.length === 0 && <p className="px-5 pb-5 text-soft">{words.connections.noCalendars}</p>}
      <ul className="divide-y divide-line border-t border-line">
        {calendars.map((calendar) => (
          <CalendarSettings key={calendar.id} calendar={calendar} />
        ))}
      </ul>
      {isPasswordKind(connection.kind) && (
        <RenewDialog
          connection={{ ...connection, kind: connection.kind }}
          open={asking === 'renew'}
          onClose={close}
        />
      )}
      <RemoveDialog connection={connection} open={asking === 'remove'} onClose={close} />
    </Card>
  );
}

/** What was granted at the provider (P8). */
function Rights({ scopes }: { readonly scopes: readonly string[] }) {
  const { words } = useReader();
  const rights = rightsOf(scopes).map((right) => words.signIns.rights[right]);
  return (
    <p className="mt-0.5 text-[13px] text-soft">{words.signIns.granted({ rights: rights.join(' · ') })}</p>
  );
}

/** Of an account that nobody can sign in to by a password. */
function Ended({ id, kind }: { readonly id: string; readonly kind: OAuthKind }) {
  const { words } = useReader();
  return (
    <div className="px-5 pb-5">
      <Notice
        tone="bad"
        title={words.signIns.endedTitle({ provider: factsOf(kind).signIn.provider })}
        hint={words.signIns.endedHint}
        action={<SignInAgain kind={kind} connectionId={id} />}
      />
    </div>
  );
}

function Trouble({ connection, onRenew }: { readonly connection: Connection; readonly onRenew: () => void }) {
  const { words, language } = useReader();
  const age = useAge();
  if (connection.state === 'ok') return null;
  if (connection.state === 'credentials' && isOAuthKind(connection.kind))
    return <Ended id={connection.id} kind={connection.kind} />;
  if (connection.state === 'credentials') {
    return (
      <div className="px-5 pb-5">
        <Notice
          tone="bad"
          title={words.connections.refusedTitle}
          hint={words.connections.refusedHint}
          action={
            <Button look="primary" size="small" onClick={onRenew}>
              {words.connections.renew}
            </Button>
          }
        />
      </div>
    );
  }
  const problem = connection.failure && failureOf(connection.failure, words, language);
  const retry = connection.retryAt && words.connections.retryAt({ when: age(connection.retryAt) });
  return (
    <div className="px-5 pb-5">
      <Notice
        tone="warn"
        title={problem?.message ?? words.state.explained.failing}
        hint={[problem?.hint, retry].filter(Boolean).join(' ')}
      />
    </div>
  );
}
