import { Ear, EarOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { toast } from 'sonner';
import type { AccountHints } from '../../api/answers.ts';
import { failureOf } from '../../api/problem.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { browserZone } from '../../time/zone-name.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { Card } from '../../ui/display/card.tsx';
import { LOOKS } from './hint-looks.ts';

/** How one account is heard of: by what, until when, when last, and what stood in the way. */
export function AccountCard({ account }: { readonly account: AccountHints }) {
  const { words } = useReader();
  const { name, state } = account;
  return (
    <Card aria-label={name} className="p-5">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="min-w-0 text-base font-semibold break-words">{name}</h2>
        <Badge {...LOOKS[state]}>{words.hints.states[state]}</Badge>
      </header>
      <p className="mt-2 max-w-prose text-soft">{words.hints.explained[state]}</p>
      <Figures account={account} />
      <Switch account={account} />
    </Card>
  );
}

function Figures({ account }: { readonly account: AccountHints }) {
  const { words, language, formats } = useReader();
  const { means, channels, until, lastHeard, failure } = account;
  const problem = failure && failureOf(failure, words, language);
  if (means === null && problem === null) return null;
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
      {means !== null && (
        <>
          <Figure name={words.hints.by}>{words.hints.means[means]({ count: channels })}</Figure>
          <Figure name={words.hints.until}>
            {until === null ? words.hints.endless : formats.dateTime(until, browserZone())}
          </Figure>
          <Figure name={words.hints.lastHeard}>
            {lastHeard === null ? words.hints.notYet : <AgeText since={lastHeard} />}
          </Figure>
        </>
      )}
      {problem && (
        <Figure wide name={words.hints.failure}>
          {failure?.kind === 'forbidden' ? words.hints.refused : problem.message}
        </Figure>
      )}
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

function Figure({ name, wide = false, children }: FigureProps) {
  return (
    <div className={wide ? 'col-span-full' : undefined}>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="mt-0.5 font-medium break-words tabular-nums">{children}</dd>
    </div>
  );
}

/** Nothing where there is nothing to choose. */
function Switch({ account: { connectionId, name, state } }: { readonly account: AccountHints }) {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const set = trpc.hints.set.useMutation({
    onError,
    onSuccess: (_, { wanted }) =>
      void toast.success(wanted ? words.hints.switchedOn : words.hints.switchedOff),
    onSettled: () => queries.hints.invalidate(),
  });
  if (state === 'clock' || state === 'no-address') return null;
  const wanted = state === 'off';
  const Icon = wanted ? Ear : EarOff;
  return (
    <div className="mt-4">
      <Button
        size="small"
        pending={set.isPending}
        aria-label={wanted ? words.hints.switchOnOf({ name }) : words.hints.switchOffOf({ name })}
        onClick={() => set.mutate({ connectionId, wanted })}
      >
        {!set.isPending && <Icon aria-hidden className="size-4" />}
        {wanted ? words.hints.switchOn : words.hints.switchOff}
      </Button>
    </div>
  );
}
