import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyPageProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint: string;
  readonly action: ReactNode;
}

/** A page on which there is nothing: why, and where to go from here. */
export function EmptyPage({ icon: Icon, title, hint, action }: EmptyPageProps) {
  return (
    <div className="flex flex-col items-center px-2 py-14 text-center">
      <span className="mb-5 flex size-14 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Icon aria-hidden className="size-7" />
      </span>
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="mt-2 max-w-sm text-soft">{hint}</p>
      <div className="mt-6">{action}</div>
    </div>
  );
}
