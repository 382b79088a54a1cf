import { ChevronRight } from 'lucide-react';
import type { ConflictDetail } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';

/** The versions as they are stored, for whoever wants to see every line. */
export function RawTexts({ conflict }: { readonly conflict: ConflictDetail }) {
  const { words } = useReader();
  const sides = ['base', 'mine', 'theirs'] as const;
  return (
    <details className="group mt-5">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1 rounded-lg text-[13px] font-medium text-soft hover:text-ink">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {words.conflict.raw}
      </summary>
      <div className="space-y-3">
        {sides.map((side) => (
          <div key={side}>
            <p className="mb-1 text-xs font-medium text-soft">{words.conflict[side]}</p>
            <pre
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
              tabIndex={0}
              role="region"
              aria-label={`${words.conflict.raw}: ${words.conflict[side]}`}
              className="max-h-56 overflow-auto rounded-xl bg-sunken px-4 py-3 font-mono text-xs whitespace-pre-wrap break-all"
            >
              {conflict[side] ?? (side === 'base' ? words.conflict.notKnown : words.conflict.deleted)}
            </pre>
          </div>
        ))}
      </div>
    </details>
  );
}
