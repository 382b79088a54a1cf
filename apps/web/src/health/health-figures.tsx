import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../api/answers.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { AgeText } from '../time/age-text.tsx';
import { useNow } from '../time/use-now.ts';
import { classNames } from '../ui/class-names.ts';

/** The figures of one calendar; those that should be nought stand out when they are not. */
export function HealthFigures({ calendar }: { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const stopped = calendar.state === 'credentials' || calendar.state === 'gone';
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
      <Figure name={t('health.lastComplete')}>
        <AgeText since={calendar.lastCompleteAt} />
      </Figure>
      <Figure name={t('health.next')}>{stopped ? '–' : <NextCheck at={calendar.nextSyncAt} />}</Figure>
      <Figure name={t('health.interval')}>
        <Interval seconds={calendar.intervalSeconds} />
      </Figure>
      <Figure name={t('health.objects')}>{number(calendar.objects)}</Figure>
      {calendar.held > 0 && (
        <Figure alarming name={t('health.held')} title={t('health.heldHint')}>
          {number(calendar.held)}
        </Figure>
      )}
      {calendar.quarantined > 0 && (
        <Figure alarming name={t('health.quarantined')} title={t('health.quarantinedHint')}>
          {number(calendar.quarantined)}
        </Figure>
      )}
      {calendar.flagged > 0 && (
        <Figure name={t('health.flagged')} title={t('health.flaggedHint')}>
          {number(calendar.flagged)}
        </Figure>
      )}
    </dl>
  );
}

const STEP_MS = 5_000;

function NextCheck({ at }: { readonly at: Date }) {
  const { t } = useTranslation();
  const { age } = useFormats();
  const now = useNow(STEP_MS);
  // What is to come is never "just now".
  return at <= now ? t('health.dueNow') : (age(at, now) ?? t('health.dueSoon'));
}

function Interval({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation();
  if (seconds === 60 || seconds === 300 || seconds === 900 || seconds === 3600)
    return t(`connections.every.${seconds}`);
  return t('connections.everyMinutes', { count: Math.round(seconds / 60) });
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
