import { useEffect, useRef } from 'react';
import { isApiError } from '../../api/api-error.ts';
import { OutcomeIcon, TestPanel } from '../../connections/test-panel.tsx';
import { useReader } from '../../language/studio-reader.ts';

const STEPS = ['server', 'encryption', 'sign-in', 'folders', 'sending'] as const;
type Step = (typeof STEPS)[number];

type Outcome = 'ok' | 'failed' | 'skipped';

interface MailTestStepsProps {
  readonly pending: boolean;
  readonly error: unknown;
}

/** How far the test of a mailbox came. What went wrong there stands beside it. */
export function MailTestSteps({ pending, error }: MailTestStepsProps) {
  const { words } = useReader();
  const failed = failedStep(error);
  const section = useRef<HTMLElement>(null);
  // The fields above may fill the window; what came of the test is what somebody waits for.
  useEffect(() => {
    if (failed !== null) section.current?.scrollIntoView({ block: 'start' });
  }, [failed]);
  if (!pending && failed === null) return null;
  return (
    <TestPanel
      section={section}
      label={words.mailSetup.tested}
      pending={pending ? words.mailSetup.testing : null}
    >
      <ol className="space-y-1.5">
        {STEPS.map((step) => (
          <StepLine key={step} step={step} outcome={outcomeOf(step, failed)} />
        ))}
      </ol>
    </TestPanel>
  );
}

function StepLine({ step, outcome }: { readonly step: Step; readonly outcome: Outcome }) {
  const { words } = useReader();
  return (
    <li className="flex gap-2.5">
      <OutcomeIcon outcome={outcome} />
      <span>{words.mailSetup.steps[step]}</span>
      <span className="sr-only">: {words.connect.outcomes[outcome]}.</span>
    </li>
  );
}

function outcomeOf(step: Step, failed: Step | null): Outcome {
  if (step === failed) return 'failed';
  return failed !== null && STEPS.indexOf(step) < STEPS.indexOf(failed) ? 'ok' : 'skipped';
}

/** Null where it never came to a test. */
function failedStep(error: unknown): Step | null {
  const refusal = isApiError(error) ? error.data?.refusal : null;
  if (refusal?.code === 'mail-certificate') return 'encryption';
  if (refusal?.code !== 'mail-failed') return null;
  const { step } = (refusal.given ?? {}) as { readonly step?: string };
  return STEPS.find((one) => one === step) ?? null;
}
