import { ArrowLeft } from 'lucide-react';
import { classNames } from '../../ui/class-names.ts';
import { useReader } from '../language/reader.ts';
import type { Step } from '../url/choices.ts';

interface ProgressProps {
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly onBack: (() => void) | null;
}

/** How far somebody has come, and the way back. */
export function Progress({ steps, step, onBack }: ProgressProps) {
  const { words } = useReader();
  const number = steps.indexOf(step) + 1;
  return (
    <div className="mb-5">
      <div className="mb-2 flex h-8 items-center gap-3">
        {onBack && (
          <button
            type="button"
            onClick={onBack}
            className="-ml-2.5 flex h-9 items-center gap-1.5 rounded-lg px-2.5 text-sm font-medium transition-colors hover:bg-sunken"
          >
            <ArrowLeft aria-hidden className="size-4" />
            {words.common.back}
          </button>
        )}
        <p className="text-[13px] text-soft">
          {words.steps.count({ number, total: steps.length })}
          <span className="sr-only">: {words.steps[step]}</span>
        </p>
      </div>
      <div aria-hidden className="flex gap-1.5">
        {steps.map((one, index) => (
          <span
            key={one}
            className={classNames(
              'h-1 flex-1 rounded-full transition-colors',
              index < number ? 'bg-accent' : 'bg-line',
            )}
          />
        ))}
      </div>
    </div>
  );
}
