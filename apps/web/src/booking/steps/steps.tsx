import { ArtistStep } from '../choose/artist-step.tsx';
import { ServiceStep } from '../choose/service-step.tsx';
import { DetailsStep } from '../details/details-step.tsx';
import { ReviewStep } from '../review/review-step.tsx';
import { HowItWorks } from './how-it-works.tsx';
import { Progress } from './progress.tsx';
import { Summary } from './summary.tsx';
import { TimeStep } from './time-step.tsx';
import { useArrived } from './use-arrived.ts';
import type { BookingState } from './use-booking-state.ts';
import { useOwnPlace } from './use-own-place.ts';
import { type Request, useRequest } from './use-request.ts';
import { useSummaryLines } from './use-summary-lines.tsx';

/** The step that it is time for, what comes before and after it, and what has been chosen so far. */
export function Steps({ state }: { readonly state: BookingState }) {
  const { step, steps } = state.flow;
  const lines = useSummaryLines(state);
  const request = useRequest(state);
  useOwnPlace(state, request);
  return (
    <>
      <div className="min-w-0 lg:col-start-1 lg:row-start-2">
        <Progress steps={steps} step={step} onBack={step === 'service' ? null : state.back} />
        <div className="lg:hidden">
          {step === 'service' || step === 'review' ? null : <Summary lines={lines} folded />}
        </div>
        <Step state={state} request={request} />
      </div>
      <div className="hidden lg:col-start-2 lg:row-start-2 lg:block">
        {lines.length > 0 ? <Summary lines={lines} /> : <HowItWorks />}
      </div>
    </>
  );
}

interface StepProps {
  readonly state: BookingState;
  readonly request: Request;
}

function Step({ state, request: { service, ...request } }: StepProps) {
  const { flow, ideaAddress, go } = state;
  const arrived = useArrived(flow.step);
  switch (flow.step) {
    case 'service':
      return (
        <ServiceStep
          flow={flow}
          arrived={arrived}
          ideaAddress={ideaAddress}
          onChoose={(id) => go({ service: id, date: null, time: null, step: null })}
        />
      );
    case 'artist': {
      const onChoose = (artist: string) => go({ artist, date: null, time: null, step: null });
      return (
        flow.entry && <ArtistStep flow={flow} entry={flow.entry} arrived={arrived} onChoose={onChoose} />
      );
    }
    case 'time':
      return <TimeStep state={state} arrived={arrived} />;
    case 'details':
      return service && <DetailsStep {...request} state={state} service={service} arrived={arrived} />;
    case 'review':
      return service && <ReviewStep {...request} state={state} service={service} arrived={arrived} />;
    case 'done':
      return null;
  }
}
