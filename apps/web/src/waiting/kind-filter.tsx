import type { WaitingItem, WaitingKind } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { classNames } from '../ui/class-names.ts';
import { KINDS } from './kind-look.ts';

interface KindFilterProps {
  readonly items: readonly WaitingItem[];
  readonly value: WaitingKind | undefined;
  readonly onChange: (kind: WaitingKind | undefined) => void;
}

/** How much waits of each kind; one of them alone where somebody chooses it. */
export function KindFilter({ items, value, onChange }: KindFilterProps) {
  const { words } = useReader();
  const counts = KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind).length] as const);
  const present = counts.filter(([kind, count]) => count > 0 || kind === value);
  if (present.length < 2 && value === undefined) return null;
  return (
    <div role="group" aria-label={words.waiting.kindsShown} className="mb-5 flex flex-wrap gap-2">
      <Chip
        pressed={value === undefined}
        name={words.waiting.everything}
        count={items.length}
        onClick={() => onChange(undefined)}
      />
      {present.map(([kind, count]) => (
        <Chip
          key={kind}
          pressed={value === kind}
          name={words.waiting.kinds[kind]}
          count={count}
          onClick={() => onChange(kind)}
        />
      ))}
    </div>
  );
}

interface ChipProps {
  readonly pressed: boolean;
  readonly name: string;
  readonly count: number;
  readonly onClick: () => void;
}

function Chip({ pressed, name, count, onClick }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={classNames(
        'inline-flex h-9 items-center gap-2 rounded-full border px-3.5 text-[13px] font-medium transition-colors pointer-coarse:h-11',
        pressed
          ? 'border-accent bg-accent-soft text-accent'
          : 'border-line bg-surface text-ink hover:bg-sunken',
      )}
    >
      {name}
      <span className="tabular-nums">{count}</span>
    </button>
  );
}
