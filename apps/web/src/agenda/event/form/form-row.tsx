import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Fields that belong together, behind the sign of what they are about. */
export function FormRow({
  icon: Icon,
  children,
}: {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex gap-3">
      <Icon aria-hidden className="mt-2.5 size-4.5 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
