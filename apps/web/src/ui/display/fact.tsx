import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface FactProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly children: ReactNode;
}

/** One line of a list of facts (`dl`): an icon for the eye, its name for everybody else. */
export function Fact({ icon: Icon, name, children }: FactProps) {
  return (
    <div className="flex gap-3">
      <dt className="pt-px" title={name}>
        <Icon aria-hidden className="size-4.5 text-soft" />
        <span className="sr-only">{name}</span>
      </dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}
