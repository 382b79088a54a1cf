import { Check } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { inkOn, PALETTE } from '../colour.ts';

interface SwatchesProps {
  readonly value: string;
  /** `#rrggbb` */
  readonly onChange: (colour: string) => void;
}

/** One colour of the palette. */
export function Swatches({ value, onChange }: SwatchesProps) {
  const { words } = useReader();
  return (
    <div role="radiogroup" aria-label={words.calendar.colour} className="flex flex-wrap gap-1">
      {PALETTE.map((colour) => (
        <label
          key={colour}
          className="relative flex size-9 items-center justify-center pointer-coarse:size-11"
        >
          <input
            type="radio"
            name="colour"
            value={colour}
            checked={colour === value}
            aria-label={words.calendar.colourNamed({ colour })}
            onChange={() => onChange(colour)}
            className="peer absolute inset-0 cursor-pointer opacity-0"
          />
          <span
            aria-hidden
            style={{ backgroundColor: colour, color: inkOn(colour) }}
            className="flex size-7 items-center justify-center rounded-full outline-offset-2 outline-accent peer-focus-visible:outline-2"
          >
            {colour === value && <Check className="size-4" />}
          </span>
        </label>
      ))}
    </div>
  );
}
