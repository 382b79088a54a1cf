import { useState } from 'react';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import type { ServiceEntry } from '../flow.ts';
import { StepHeading } from '../frame/step-heading.tsx';
import { useMailText } from '../frame/studio-context.ts';
import { mayGoOn } from '../hold/hold-state.ts';
import { useReader } from '../language/reader.ts';
import { TimePicker } from '../picker/time-picker.tsx';
import { ActionBar } from './action-bar.tsx';
import { HoldBanner, HoldLine } from './step-hold.tsx';
import type { BookingState } from './use-booking-state.ts';

interface TimeStepProps {
  readonly state: BookingState;
  readonly arrived: boolean;
}

export function TimeStep({ state, arrived }: TimeStepProps) {
  const { words } = useReader();
  const { flow, choices, hold, choose, wanted } = state;
  const [verified, setVerified] = useState(true);
  if (!wanted || !flow.entry) return null;
  return (
    <>
      <StepHeading
        step="time"
        arrived={arrived}
        lead={<Policy state={state} entry={flow.entry} verified={verified} />}
      >
        {words.time.heading}
      </StepHeading>
      <TimePicker
        key={`${wanted.artist} ${wanted.serviceId}`}
        artist={wanted.artist}
        serviceId={wanted.serviceId}
        zone={flow.zone}
        minutes={flow.entry.minutes}
        date={choices.date}
        onDate={state.showDate}
        chosen={choices.time}
        onChoose={({ start }) => choose({ time: start })}
        zoneShown={choices.zone}
        onZoneShown={(zone, date) => choose({ zone, date })}
        hold={hold.token}
        onVerified={setVerified}
        placing={hold.state.kind === 'checking'}
        names={flow.artist === 'any' ? state.names : null}
        notice={<HoldBanner state={state} className="mb-4" />}
        otherWays={<OtherWays state={state} />}
      />
      <ActionBar ready={hold.state.kind !== 'none'}>
        <HoldLine state={state} />
        <Button
          look="primary"
          size="large"
          disabled={!mayGoOn(hold.state)}
          onClick={() => state.go({ step: 'details' })}
          className="max-sm:w-full"
        >
          {words.common.next}
        </Button>
      </ActionBar>
    </>
  );
}

interface PolicyProps {
  readonly state: BookingState;
  readonly entry: ServiceEntry;
  /** Whether all calendars answer. */
  readonly verified: boolean;
}

/** Whether a time is booked at once or asked for, said before one is chosen. */
function Policy({ state: { flow }, entry, verified }: PolicyProps) {
  const { words } = useReader();
  const text = useMailText();
  const { policyRequest, policyAtOnce, policySilent, theArtist } = words.book;
  const atOnce = entry.offers
    .filter(({ artist }) => flow.artist === 'any' || artist === flow.artist)
    .every(({ service }) => service.confirmsAtOnce);
  const artist = flow.artist && flow.artist !== 'any' ? flow.artist.name : theArtist;
  if (!atOnce) return text(policyRequest)({ artist });
  return verified ? policyAtOnce : text(policySilent)({ artist });
}

/** Where there is no time: another artist, or an idea without a time. */
function OtherWays({ state }: { readonly state: BookingState }) {
  const { words } = useReader();
  return (
    <>
      {state.flow.steps.includes('artist') && (
        <Button onClick={() => state.go({ artist: null, date: null, time: null })}>
          {words.time.otherArtist}
        </Button>
      )}
      <a href={state.ideaAddress} className={buttonClass('plain')}>
        {words.book.idea}
      </a>
    </>
  );
}
