import { ServiceFacts } from '../choose/service-facts.tsx';
import { useReader } from '../language/reader.ts';
import type { SummaryLine } from './summary.tsx';
import type { BookingState } from './use-booking-state.ts';

/** What has been chosen so far, each with the way to choose anew. */
export function useSummaryLines({ flow, choices, zone, who, go }: BookingState): SummaryLine[] {
  const { words, formats } = useReader();
  const { entry, artist } = flow;
  if (!entry) return [];
  const chosen = artist && artist !== 'any' ? entry.offers.find((offer) => offer.artist === artist) : null;
  const lines: SummaryLine[] = [
    {
      label: words.steps.service,
      value: entry.name,
      note: <ServiceFacts {...entry} {...chosen?.service} />,
      onChange: () => go({ service: null, date: null, time: null, step: null }),
    },
  ];
  if (artist)
    lines.push({
      label: words.steps.artist,
      value: who ?? words.artist.any,
      onChange: flow.steps.includes('artist')
        ? () => go({ artist: null, date: null, time: null, step: null })
        : undefined,
    });
  if (artist && choices.time)
    lines.push({
      label: words.steps.time,
      value: formats.shortMoment(choices.time, zone),
      onChange: flow.step === 'time' ? undefined : () => go({ step: null }),
    });
  return lines;
}
