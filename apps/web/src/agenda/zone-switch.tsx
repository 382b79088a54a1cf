import { Globe } from 'lucide-react';
import { useReader } from '../language/studio-reader.ts';
import { zoneName } from '../time/zone-name.ts';
import { Segments } from '../ui/controls/segments.tsx';
import type { useDisplayZone } from './use-display-zone.ts';

/** Says whose clock the agenda goes by; offers the other one to somebody in another zone. */
export function ZoneSwitch({
  zone,
  choice,
  choose,
  studio,
  browser,
  differs,
}: ReturnType<typeof useDisplayZone>) {
  const { words } = useReader();
  return (
    <footer className="agenda-chrome flex min-h-10 flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-1 text-xs text-soft">
      <span className="flex items-center gap-1.5">
        <Globe aria-hidden className="size-3.5" />
        {words.agenda.zone({ zone: zoneName(zone) })}
      </span>
      {differs && (
        <Segments
          label={words.agenda.zoneSwitch}
          value={choice}
          onChange={choose}
          options={[
            { value: 'studio', label: words.agenda.zoneStudio, title: studio },
            { value: 'browser', label: words.agenda.zoneBrowser, title: browser },
          ]}
        />
      )}
    </footer>
  );
}
