import {
  CircleCheck,
  CircleMinus,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import type { TestStep } from '../api/answers.ts';
import { classNames } from '../ui/class-names.ts';

interface TestPanelProps {
  readonly section: RefObject<HTMLElement | null>;
  readonly label: string;
  /** What is said while it is tried; null: it is over. */
  readonly pending: string | null;
  readonly children: ReactNode;
}

/** Where a test of an account says how far it came. */
export function TestPanel({ section, label, pending, children }: TestPanelProps) {
  return (
    <section
      ref={section}
      aria-label={label}
      aria-live="polite"
      className="rounded-xl border border-line bg-surface p-4"
    >
      {pending === null ? (
        children
      ) : (
        <p className="flex items-center gap-2 text-soft">
          <LoaderCircle aria-hidden className="size-4.5 animate-spin" />
          {pending}
        </p>
      )}
    </section>
  );
}

const LOOKS: Record<TestStep['outcome'], { readonly icon: LucideIcon; readonly colour: string }> = {
  ok: { icon: CircleCheck, colour: 'text-good' },
  warning: { icon: TriangleAlert, colour: 'text-warn' },
  failed: { icon: CircleX, colour: 'text-bad' },
  skipped: { icon: CircleMinus, colour: 'text-soft' },
};

/** For the eye; whoever shows it says it in words as well. */
export function OutcomeIcon({ outcome }: { readonly outcome: TestStep['outcome'] }) {
  const { icon: Icon, colour } = LOOKS[outcome];
  return <Icon aria-hidden className={classNames('mt-px size-4.5 shrink-0', colour)} />;
}
