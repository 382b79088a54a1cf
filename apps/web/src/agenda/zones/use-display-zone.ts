import { useState } from 'react';
import { useStudioZone } from '../../shell/use-studio-zone.ts';
import { isZone } from '../../time/known-zone.ts';
import { browserZone } from '../../time/zone-name.ts';
import { useStored } from '../../ui/use-stored.ts';

export type ZoneChoice = 'studio' | 'browser';

const read = (stored: string | null): ZoneChoice => (stored === 'browser' ? 'browser' : 'studio');
/** Null: nobody has chosen. Empty: none is wanted. */
const readSecond = (stored: string | null) =>
  stored === null || stored === '' || isZone(stored) ? stored : null;

export type DisplayZone = ReturnType<typeof useDisplayZone>;

/**
 * In which zone times are shown: the studio's, unless somebody far away asks for their own. A second one can stand beside
 * it, and change places with it for a moment.
 */
export function useDisplayZone() {
  const studio = useStudioZone();
  const browser = browserZone();
  const [choice, choose] = useStored('atelier.zone', read, String);
  const [chosenSecond, chooseSecond] = useStored('atelier.secondZone', readSecond, String);
  const [swapped, setSwapped] = useState(false);
  const main = choice === 'browser' ? browser : studio;
  const other = main === studio ? browser : studio;
  const wanted = chosenSecond ?? other;
  const second = wanted === '' || wanted === main ? null : wanted;
  const isSwapped = swapped && second !== null;
  return {
    zone: isSwapped ? second : main,
    /** What the second gutter shows; null where there is none. */
    beside: isSwapped ? main : second,
    swapped: isSwapped,
    swap: () => setSwapped(!isSwapped && second !== null),
    second,
    /** Empty for none. */
    chooseSecond,
    choice,
    choose,
    studio,
    browser,
    differs: studio !== browser,
  };
}
