import { CircleHelp } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { ArtistFace } from '../../studio/artist-face.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import type { Column } from './columns.ts';

interface ArtistHeaderProps {
  readonly column: Column;
  readonly onExplain: () => void;
}

/** Whose column it is, and the way to why a time of theirs is not offered. */
export function ArtistHeader({ column, onExplain }: ArtistHeaderProps) {
  const { words } = useReader();
  return (
    <span className="flex min-w-0 items-center gap-2 py-1">
      <ArtistFace artist={column} className="size-7 rounded-lg! text-[11px]! max-sm:hidden" />
      <span className="min-w-0 truncate text-sm font-semibold">{column.name}</span>
      <IconButton
        small
        icon={CircleHelp}
        label={words.artistDay.explain({ name: column.name })}
        onClick={onExplain}
      />
    </span>
  );
}
