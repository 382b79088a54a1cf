import { Globe } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { zoneName } from '../../time/zone-name.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Segments } from '../../ui/controls/segments.tsx';
import type { DisplayZone } from './use-display-zone.ts';

interface ZoneSwitchProps {
  readonly zones: DisplayZone;
  readonly onSecond: () => void;
}

/** Says whose clock the agenda goes by; offers the other one to somebody in another zone, and a second one to anybody. */
export function ZoneSwitch({ zones, onSecond }: ZoneSwitchProps) {
  const { words } = useReader();
  const { zone, beside, swapped, swap, choice, choose, studio, browser, differs } = zones;
  return (
    <footer className="agenda-chrome flex min-h-10 flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-1 text-xs text-soft">
      <span className="flex items-center gap-1.5" aria-live="polite">
        <Globe aria-hidden className="size-3.5" />
        {words.agenda.zone({ zone: zoneName(zone) })}
        {swapped && ` ${words.agenda.forNow}`}
      </span>
      <span className="flex items-center gap-1 max-sm:hidden">
        {beside !== null && (
          <Button size="small" look="quiet" onClick={swap} title="Z">
            {swapped
              ? words.agenda.swapBack({ zone: zoneName(beside) })
              : words.agenda.swapTo({ zone: zoneName(beside) })}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={onSecond}>
          {words.agenda.secondZone}
        </Button>
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
