import { useEffect, useRef } from 'react';
import type { AccountReport, TestStep } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { OutcomeIcon, TestPanel } from './test-panel.tsx';

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
    <TestPanel
      section={section}
      label={words.connect.tested}
      pending={pending ? words.connect.testing : null}
    >
      {report && (
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
    </TestPanel>
  );
}

const STAGGER_MS = 70;

function StepLine({ step, index }: { readonly step: TestStep; readonly index: number }) {
  const { words } = useReader();
  return (
    <li
      className="flex animate-rise gap-2.5"
      style={{ animationDelay: `${index * STAGGER_MS}ms`, animationFillMode: 'backwards' }}
    >
      <OutcomeIcon outcome={step.outcome} />
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
