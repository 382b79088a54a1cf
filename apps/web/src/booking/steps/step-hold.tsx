import type { ReactNode } from 'react';
import { HoldNotice } from '../hold/hold-notice.tsx';
import { HoldStatus } from '../hold/hold-status.tsx';
import type { BookingState } from './use-booking-state.ts';

interface HoldBannerProps {
  readonly state: BookingState;
  readonly className: string;
  readonly children?: ReactNode;
}

/** In sight on every step: what somebody has to know about the time that they have chosen. */
export function HoldBanner({ state, className, children }: HoldBannerProps) {
  const { hold, zone, choose, dateOf } = state;
  return (
    <div className={`sticky top-2 z-20 empty:hidden ${className}`}>
      <HoldNotice
        state={hold.state}
        zone={zone}
        onExtend={() => void hold.keeper.extend()}
        onChoose={({ start }) => choose({ time: start, date: dateOf(start) })}
      />
      {children}
    </div>
  );
}

/** How the chosen time stands, beside the way on. */
export function HoldLine({ state }: { readonly state: BookingState }) {
  const { hold, zone, flow, who } = state;
  return (
    <HoldStatus
      state={hold.state}
      zone={zone}
      who={flow.artist === 'any' ? who : null}
      onAgain={hold.keeper.again}
    />
  );
}
