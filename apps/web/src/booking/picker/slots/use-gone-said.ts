import { useEffect, useEffectEvent, useRef } from 'react';
import { useAnnounce } from '../../../ui/display/announcer.tsx';
import { useReader } from '../../language/reader.ts';
import { backSentence, goneSentence } from './gone-words.ts';
import type { ShownSlot } from './slot-board.ts';

/** Says what has just gone of the times in sight, or come back, to whoever does not see it: a sentence each. */
export function useGoneSaid(slots: readonly ShownSlot[], zone: string): void {
  const { words, formats } = useReader();
  const announce = useAnnounce();
  const before = useRef(new Map<number, boolean>());
  const look = useEffectEvent((seen: readonly ShownSlot[]) => {
    const turned = seen.filter(({ start, gone }) => {
      const was = before.current.get(start.getTime());
      return was !== undefined && was !== gone;
    });
    before.current = new Map(seen.map(({ start, gone }) => [start.getTime(), gone]));
    const said = [
      goneSentence(
        turned.filter(({ gone }) => gone),
        words,
        formats,
        zone,
      ),
      backSentence(
        turned.filter(({ gone }) => !gone),
        words,
        formats,
        zone,
      ),
    ].filter((sentence) => sentence !== null);
    if (said.length > 0) announce(said.join(' '));
  });
  useEffect(() => look(slots), [slots]);
}
