import type { ReactNode } from 'react';
import type { Calendar } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { AgeText } from '../time/age-text.tsx';
import { useNow } from '../time/use-now.ts';
import { classNames } from '../ui/class-names.ts';

/** The figures of one calendar; those that should be nought stand out when they are not. */
export function HealthFigures({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const { number } = useFormats();
  const stopped = calendar.state === 'credentials' || calendar.state === 'gone';
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
      <Figure name={words.health.lastComplete}>
        <AgeText since={calendar.lastCompleteAt} />
      </Figure>
      <Figure name={words.health.next}>{stopped ? '–' : <NextCheck at={calendar.nextSyncAt} />}</Figure>
      <Figure name={words.health.interval}>
        <Interval seconds={calendar.intervalSeconds} />
      </Figure>
      <Figure name={words.health.objects}>{number(calendar.objects)}</Figure>
      {calendar.held > 0 && (
        <Figure alarming name={words.health.held} title={words.health.heldHint}>
          {number(calendar.held)}
        </Figure>
      )}
      {calendar.quarantined > 0 && (
        <Figure alarming name={words.health.quarantined} title={words.health.quarantinedHint}>
          {number(calendar.quarantined)}
        </Figure>
      )}
      {calendar.flagged > 0 && (
        <Figure name={words.health.flagged} title={words.health.flaggedHint}>
          {number(calendar.flagged)}
        </Figure>
      )}
    </dl>
  );
}

const STEP_MS = 5_000;

function NextCheck({ at }: { readonly at: Date }) {
  const { words } = useReader();
  const { age } = useFormats();
  const now = useNow(STEP_MS);
  // What is to come is never "just now".
  return at <= now ? words.health.dueNow : (age(at, now) ?? words.health.dueSoon);
}

function Interval({ seconds }: { readonly seconds: number }) {
  const { words } = useReader();
  if (seconds === 60 || seconds === 300 || seconds === 900 || seconds === 3600)
    return words.connections.every[seconds];
  return words.connections.everyMinutes({ count: Math.round(seconds / 60) });
}

interface FigureProps {
  readonly name: string;
  readonly title?: string;
  readonly alarming?: boolean;
  readonly children: ReactNode;
}

function Figure({ name, title, alarming = false, children }: FigureProps) {
  return (
    <div title={title}>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className={classNames('mt-0.5 font-medium tabular-nums', alarming && 'text-warn')}>{children}</dd>
    </div>
  );
}
