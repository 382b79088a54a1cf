import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { TONES } from './badge.tsx';

const ICONS: Record<'bad' | 'warn' | 'accent', LucideIcon> = {
  bad: CircleAlert,
  warn: TriangleAlert,
  accent: Info,
};

interface NoticeProps {
  readonly tone: keyof typeof ICONS;
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
}

/** What happened and what to do, in place; read out when it appears. */
export function Notice({ tone, title, hint, action }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={classNames('flex flex-wrap items-center gap-3 rounded-xl px-4 py-3', TONES[tone])}
    >
      <Icon aria-hidden className="size-5 shrink-0 self-start" />
      <div className="min-w-40 flex-1">
        <p className="font-medium">{title}</p>
        {hint && <p className="mt-0.5 text-[13px] text-ink">{hint}</p>}
      </div>
      {action}
    </div>
  );
}
