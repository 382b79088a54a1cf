import { Globe } from 'lucide-react';
import { offsetAt, offsetText } from '../../time/civil/zoned.ts';
import { zoneName } from '../../time/zone-name.ts';
import { classNames } from '../../ui/class-names.ts';
import { useReader } from '../language/reader.ts';

interface ZoneLineProps {
  /** IANA names. */
  readonly studio: string;
  readonly mine: string;
  readonly shown: 'studio' | 'mine';
  /** Offsets are told as they are then. */
  readonly at: Date;
  readonly differs: boolean;
  readonly onChange: (shown: 'studio' | 'mine') => void;
}

/** Which clock is read. Where the visitor's shows something else, they can choose: only the labels change. */
export function ZoneLine({ studio, mine, shown, at, differs, onChange }: ZoneLineProps) {
  const { words } = useReader();
  const zone = shown === 'mine' ? mine : studio;
  const offset = (one: string) => offsetText(offsetAt(at, one));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="flex items-center gap-1.5 text-[13px] text-soft">
        <Globe aria-hidden className="size-4 shrink-0" />
        {words.time.zone({ place: zoneName(zone), offset: offset(zone) })}
      </p>
      {differs && (
        <div role="group" aria-label={words.time.zoneChoice} className="flex rounded-full bg-sunken p-0.5">
          {(['studio', 'mine'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === shown}
              onClick={() => onChange(one)}
              className={classNames(
                'h-8 rounded-full px-3 text-[13px] font-medium transition-colors',
                one === shown ? 'bg-raised text-ink shadow-card' : 'text-soft hover:text-ink',
              )}
            >
              {one === 'studio' ? words.time.zoneStudio : words.time.zoneMine}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
