import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** Beside it, such as a link to change it. */
  readonly action?: ReactNode;
}

/** Labels and what stands for them, as a quiet table. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="divide-y divide-line">
      {facts.map(({ label, value, action }) => (
        <div
          key={label}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-3.5 first:pt-0 last:pb-0 sm:grid-cols-[8rem_minmax(0,1fr)_auto]"
        >
          <dt className="text-[13px] leading-6 text-soft">{label}</dt>
          <dd className="col-start-1 min-w-0 whitespace-pre-line sm:col-start-2">{value}</dd>
          {action && (
            <dd className="col-start-2 row-span-2 row-start-1 sm:col-start-3 sm:row-span-1">{action}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}
