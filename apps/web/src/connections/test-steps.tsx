import {
  CircleCheck,
  CircleMinus,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { AccountReport, TestStep } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { classNames } from '../ui/class-names.ts';

const LOOKS: Record<TestStep['outcome'], { readonly icon: LucideIcon; readonly colour: string }> = {
  ok: { icon: CircleCheck, colour: 'text-good' },
  warning: { icon: TriangleAlert, colour: 'text-warn' },
  failed: { icon: CircleX, colour: 'text-bad' },
  skipped: { icon: CircleMinus, colour: 'text-soft' },
};

interface TestStepsProps {
  readonly pending: boolean;
  readonly report: AccountReport | null;
}

/** What the test tried, in order, with what to do where it stopped. */
export function TestSteps({ pending, report }: TestStepsProps) {
  const { words } = useReader();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [report]);
  return (
    <section
      ref={section}
      aria-label={words.connect.tested}
      aria-live="polite"
      className="rounded-xl border border-line bg-surface p-4"
    >
      {pending && (
        <p className="flex items-center gap-2 text-soft">
          <LoaderCircle aria-hidden className="size-4.5 animate-spin" />
          {words.connect.testing}
        </p>
      )}
      {!pending && report && (
        <>
          <p className="mb-3 font-medium">
            {report.ok ? words.connect.testOk({ count: report.calendars.length }) : words.connect.testFailed}
          </p>
          <ol className="space-y-2.5">
            {report.steps.map((step, index) => (
              <StepLine key={step.step} step={step} index={index} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

const STAGGER_MS = 70;

function StepLine({ step, index }: { readonly step: TestStep; readonly index: number }) {
  const { words } = useReader();
  const { icon: Icon, colour } = LOOKS[step.outcome];
  return (
    <li
      className="flex animate-rise gap-2.5"
      style={{ animationDelay: `${index * STAGGER_MS}ms`, animationFillMode: 'backwards' }}
    >
      <Icon aria-hidden className={classNames('mt-px size-4.5 shrink-0', colour)} />
      <div className="min-w-0">
        <p>
          <span className="font-medium">{words.connect.stepNames[step.step]}</span>
          <span className="sr-only">: {words.connect.outcomes[step.outcome]}.</span>
        </p>
        {step.outcome !== 'skipped' && <p className="text-[13px] text-soft">{step.message}</p>}
        {step.hint && <p className="text-[13px]">{step.hint}</p>}
      </div>
    </li>
  );
}
