import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useReader } from '../language/reader.ts';

export interface SummaryLine {
  readonly label: string;
  readonly value: string;
  readonly note?: ReactNode;
  /** Where it can be changed. */
  readonly onChange?: (() => void) | undefined;
}

interface SummaryProps {
  readonly lines: readonly SummaryLine[];
  /** In one line that opens, for a phone. */
  readonly folded?: boolean;
}

/** What has been chosen so far: beside the steps on a large screen, folded above them on a small one. */
export function Summary({ lines, folded = false }: SummaryProps) {
  const { words } = useReader();
  if (lines.length === 0) return null;
  if (folded)
    return (
      <details className="group mb-6 rounded-2xl border border-line bg-surface shadow-card">
        <summary className="flex min-h-12 cursor-pointer list-none items-center gap-3 rounded-2xl px-4 py-2.5 [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1 truncate text-sm">
            <span className="sr-only">{words.steps.yours}: </span>
            {/* The time stands at the foot of the window. */}
            {lines
              .slice(0, 2)
              .map(({ value }) => value)
              .join(' · ')}
          </span>
          <ChevronDown
            aria-hidden
            className="size-4.5 shrink-0 text-soft transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="border-t border-line px-4 py-1">
          <Lines lines={lines} />
        </div>
      </details>
    );
  return (
    <aside
      aria-label={words.steps.yours}
      className="sticky top-8 rounded-2xl border border-line bg-surface px-5 py-2 shadow-card"
    >
      <p className="pt-3 pb-1 text-[13px] font-medium text-soft">{words.steps.yours}</p>
      <Lines lines={lines} />
    </aside>
  );
}

function Lines({ lines }: { readonly lines: readonly SummaryLine[] }) {
  const { words } = useReader();
  return (
    <ul className="divide-y divide-line">
      {lines.map(({ label, value, note, onChange }) => (
        <li key={label} className="flex items-start gap-3 py-3">
          <div className="min-w-0 flex-1">
            <p className="text-[13px] text-soft">{label}</p>
            <p className="leading-snug font-medium first-letter:uppercase">{value}</p>
            {note && <p className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-[13px] text-soft">{note}</p>}
          </div>
          {onChange && (
            <button
              type="button"
              onClick={onChange}
              className="-mr-2 h-8 shrink-0 rounded-lg px-2 text-[13px] font-medium text-accent underline-offset-2 hover:underline"
            >
              {words.common.change}
              <span className="sr-only">: {label}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
