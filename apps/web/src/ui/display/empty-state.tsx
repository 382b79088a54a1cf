import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint: string;
  readonly action?: ReactNode;
  /** It is all there is on the page, rather than on a part of it. */
  readonly whole?: boolean;
}

const PART = {
  box: 'px-6',
  icon: 'mb-4 size-12 rounded-2xl',
  size: 'size-6',
  title: 'text-base',
  hint: 'mt-1.5',
  action: 'mt-5',
} as const;

const WHOLE: Record<keyof typeof PART, string> = {
  box: 'px-2',
  icon: 'mb-5 size-14 rounded-full',
  size: 'size-7',
  title: 'text-xl',
  hint: 'mt-2',
  action: 'mt-6',
};

/** Says why there is nothing here and what to do about it. */
export function EmptyState({ icon: Icon, title, hint, action, whole = false }: EmptyStateProps) {
  const look = whole ? WHOLE : PART;
  const Heading = whole ? 'h1' : 'h2';
  return (
    <div className={`flex flex-col items-center py-14 text-center ${look.box}`}>
      <span className={`flex items-center justify-center bg-accent-soft text-accent ${look.icon}`}>
        <Icon aria-hidden className={look.size} />
      </span>
      <Heading className={`font-semibold ${look.title}`}>{title}</Heading>
      <p className={`max-w-sm text-soft ${look.hint}`}>{hint}</p>
      {action && <div className={look.action}>{action}</div>}
    </div>
  );
}
