import { useEffect, useEffectEvent, useRef } from 'react';
import { useAnnounce } from '../frame/announcer.tsx';
import { fill, useReader } from '../words/words.ts';
import type { ShownSlot } from './slot-board.ts';

/** Says which of the times in sight have just gone, or come back, to whoever does not see it. */
export function useGoneSaid(slots: readonly ShownSlot[], zone: string): void {
  const { words, formats } = useReader();
  const announce = useAnnounce();
  const before = useRef(new Map<number, boolean>());
  const look = useEffectEvent((seen: readonly ShownSlot[]) => {
    const said = seen.flatMap(({ start, gone }) => {
      const was = before.current.get(start.getTime());
      if (was === undefined || was === gone) return [];
      return [fill(gone ? words.time.goneSaid : words.time.backSaid, { time: formats.time(start, zone) })];
    });
    before.current = new Map(seen.map(({ start, gone }) => [start.getTime(), gone]));
    if (said.length > 0) announce(said.join(' '));
  });
  useEffect(() => look(slots), [slots]);
}
