import { type ReactNode, useId } from 'react';
import { classNames } from '../ui/class-names.ts';
import { Card } from '../ui/display/card.tsx';

interface PanelProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a settings page: what it is about, and the settings. */
export function Panel({ title, lead, action, children }: PanelProps) {
  const id = useId();
  return (
    <Card aria-labelledby={id} className="p-5">
      <header className="mb-4 flex flex-wrap items-start justify-between gap-3">
        {/* On a phone a sentence takes the whole width, and the button comes below it. */}
        <div className={classNames('min-w-0 grow', lead ? 'basis-60' : 'basis-0')}>
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {lead && <p className="mt-1 max-w-prose text-soft">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </Card>
  );
}
