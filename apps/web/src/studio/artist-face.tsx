import type { StudioArtist } from '../api/answers.ts';
import { colourOf, inkOn } from '../calendars/colour.ts';
import { classNames } from '../ui/class-names.ts';

interface ArtistFaceProps {
  readonly artist: Pick<StudioArtist, 'slug' | 'name' | 'picture'>;
  readonly className?: string;
}

/** The picture of an artist, or the beginnings of their name in a colour of their own. */
export function ArtistFace({ artist, className = 'size-12' }: ArtistFaceProps) {
  const shape = classNames('shrink-0 rounded-2xl', className);
  if (artist.picture)
    return <img src={artist.picture} alt="" className={classNames(shape, 'object-cover')} />;
  const colour = colourOf({ id: artist.slug, color: null });
  return (
    <span
      aria-hidden
      style={{ backgroundColor: colour, color: inkOn(colour) }}
      className={classNames(shape, 'flex items-center justify-center text-lg font-semibold')}
    >
      {initials(artist.name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? ([...word][0] ?? '') : ''))
    .join('')
    .toUpperCase();
}
