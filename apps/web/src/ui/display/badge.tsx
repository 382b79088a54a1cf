import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'strong' | 'neutral';

export const TONES: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  accent: 'bg-accent-soft text-accent',
  strong: 'bg-accent text-accent-ink',
  neutral: 'bg-sunken text-soft',
};

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly spinning?: boolean;
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', icon: Icon, spinning = false, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2 py-0.5 text-xs font-medium',
        TONES[tone],
      )}
    >
      {Icon && <Icon aria-hidden className={classNames('size-3.5 shrink-0', spinning && 'animate-spin')} />}
      {children}
    </span>
  );
}
