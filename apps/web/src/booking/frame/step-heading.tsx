import { type ReactNode, useEffect, useRef } from 'react';

import { bringIntoView, isEmbedded } from './embed.ts';

interface StepHeadingProps {
  /** Another step takes the focus to its heading; the first thing on the page does not. */
  readonly step: string;
  readonly arrived: boolean;
  readonly lead?: ReactNode;
  /** `h1` where no other heading stands above it. */
  readonly as?: 'h1' | 'h2';
  readonly children: ReactNode;
}

/** The heading of a step: whoever has gone on hears and sees where they are. */
export function StepHeading({ step, arrived, lead, as: Heading = 'h2', children }: StepHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!arrived) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
    if (heading.current && isEmbedded(location.search)) bringIntoView(heading.current);
  }, [step, arrived]);
  return (
    <div className="mb-6">
      <Heading
        ref={heading}
        tabIndex={-1}
        className="text-[1.6rem] leading-tight font-semibold sm:text-[1.75rem]"
      >
        {children}
      </Heading>
      {lead && <p className="mt-1.5 text-soft">{lead}</p>}
    </div>
  );
}
