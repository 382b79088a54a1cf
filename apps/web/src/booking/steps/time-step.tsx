import { useState } from 'react';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import type { Slot } from '../api/answers.ts';
import { StepHeading } from '../frame/step-heading.tsx';
import { useMailText } from '../frame/studio-context.ts';
import { HoldNotice } from '../hold/hold-notice.tsx';
import { mayGoOn } from '../hold/hold-state.ts';
import { HoldStatus } from '../hold/hold-status.tsx';
import { useReader } from '../language/reader.ts';
import { TimePicker } from '../picker/time-picker.tsx';
import { ActionBar } from './action-bar.tsx';
import type { BookingState } from './use-booking-state.ts';

interface TimeStepProps {
  readonly state: BookingState;
  readonly arrived: boolean;
}

export function TimeStep({ state, arrived }: TimeStepProps) {
  const { words } = useReader();
  const text = useMailText();
  const { flow, choices, hold, choose, wanted } = state;
  const [verified, setVerified] = useState(true);
  if (!wanted || !flow.entry) return null;
  const atOnce = flow.entry.offers
    .filter(({ artist }) => flow.artist === 'any' || artist === flow.artist)
    .every(({ service }) => service.confirmsAtOnce);
  const artist = flow.artist && flow.artist !== 'any' ? flow.artist.name : words.book.theArtist;
  const policy = !atOnce
    ? text(words.book.policyRequest)({ artist })
    : verified
      ? words.book.policyAtOnce
      : text(words.book.policySilent)({ artist });
  const again = (slot: Slot) => choose({ time: slot.start, date: state.dateOf(slot.start) });
  return (
    <>
      <StepHeading step="time" arrived={arrived} lead={policy}>
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
        notice={
          <div className="sticky top-2 z-20 mb-4 empty:hidden">
            <HoldNotice
              state={hold.state}
              zone={state.zone}
              onExtend={() => void hold.keeper.extend()}
              onChoose={again}
            />
          </div>
        }
        otherWays={
          <>
            {flow.steps.includes('artist') && (
              <Button onClick={() => state.go({ artist: null, date: null, time: null })}>
                {words.time.otherArtist}
              </Button>
            )}
            <a href={state.ideaAddress} className={buttonClass('plain')}>
              {words.book.idea}
            </a>
          </>
        }
      />
      <ActionBar ready={hold.state.kind !== 'none'}>
        <HoldStatus
          state={hold.state}
          zone={state.zone}
          who={flow.artist === 'any' ? state.who : null}
          onAgain={hold.keeper.again}
        />
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
