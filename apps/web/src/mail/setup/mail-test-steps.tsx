import { CircleCheck, CircleMinus, CircleX, LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isApiError } from '../../api/api-error.ts';
import { useReader } from '../../language/studio-reader.ts';
import { classNames } from '../../ui/class-names.ts';

const STEPS = ['server', 'encryption', 'sign-in', 'folders', 'sending'] as const;
type Step = (typeof STEPS)[number];

const LOOKS = {
  ok: { icon: CircleCheck, colour: 'text-good' },
  failed: { icon: CircleX, colour: 'text-bad' },
  skipped: { icon: CircleMinus, colour: 'text-soft' },
} as const;

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
    <section
      ref={section}
      aria-label={words.mailSetup.tested}
      aria-live="polite"
      className="rounded-xl border border-line bg-surface p-4"
    >
      {pending ? (
        <p className="flex items-center gap-2 text-soft">
          <LoaderCircle aria-hidden className="size-4.5 animate-spin" />
          {words.mailSetup.testing}
        </p>
      ) : (
        <ol className="space-y-1.5">
          {STEPS.map((step) => (
            <StepLine key={step} step={step} outcome={outcomeOf(step, failed)} />
          ))}
        </ol>
      )}
    </section>
  );
}

function StepLine({ step, outcome }: { readonly step: Step; readonly outcome: keyof typeof LOOKS }) {
  const { words } = useReader();
  const { icon: Icon, colour } = LOOKS[outcome];
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden className={classNames('mt-px size-4.5 shrink-0', colour)} />
      <span>{words.mailSetup.steps[step]}</span>
      <span className="sr-only">: {words.connect.outcomes[outcome]}.</span>
    </li>
  );
}

function outcomeOf(step: Step, failed: Step | null): keyof typeof LOOKS {
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
