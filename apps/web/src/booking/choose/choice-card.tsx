import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';

interface ChoiceCardProps {
  readonly address: string;
  readonly onChoose: () => void;
  readonly chosen: boolean;
  readonly picture?: ReactNode;
  readonly title: string;
  readonly meta?: ReactNode;
  readonly children?: ReactNode;
}

/** One of several things to choose. A link, so that it can also be opened in another tab. */
export function ChoiceCard({ address, onChoose, chosen, picture, title, meta, children }: ChoiceCardProps) {
  return (
    <a
      href={address}
      aria-current={chosen || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onChoose();
      }}
      className={classNames(
        'group flex items-center gap-4 rounded-2xl border bg-surface p-4 shadow-card transition-colors hover:border-accent sm:p-5',
        chosen ? 'border-accent ring-1 ring-accent' : 'border-line',
      )}
    >
      {picture}
      <div className="min-w-0 flex-1">
        <p className="text-[17px] leading-snug font-semibold">{title}</p>
        {children && <p className="mt-0.5 leading-snug text-soft">{children}</p>}
        {meta && <p className="mt-2 flex flex-wrap gap-x-3.5 gap-y-1 text-sm">{meta}</p>}
      </div>
      <ChevronRight
        aria-hidden
        className="size-5 shrink-0 text-soft transition-transform group-hover:translate-x-0.5 group-hover:text-accent"
      />
    </a>
  );
}
