import { ChevronLeft, ChevronRight, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';

interface ImageGalleryProps {
  readonly ids: readonly string[];
  /** Whose pictures they are. */
  readonly name: string;
}

/** Small pictures that open large. */
export function ImageGallery({ ids, name }: ImageGalleryProps) {
  const { words } = useReader();
  const [shown, setShown] = useState<number | null>(null);
  if (ids.length === 0) return null;
  const nameOf = (index: number) => words.images.nth({ number: index + 1, total: ids.length, name });
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {ids.map((id, index) => (
          <li key={id}>
            <button
              type="button"
              aria-label={words.images.open({ image: nameOf(index) })}
              onClick={() => setShown(index)}
              className="block size-22 overflow-hidden rounded-xl border border-line bg-sunken"
            >
              <Picture id={id} alt="" className="size-full object-cover" />
            </button>
          </li>
        ))}
      </ul>
      <Dialog
        wide
        open={shown !== null}
        onClose={() => setShown(null)}
        title={shown === null ? '' : nameOf(shown)}
      >
        {shown !== null && (
          <Large
            id={ids[shown] ?? ''}
            alt={nameOf(shown)}
            onStep={ids.length > 1 ? (by) => setShown((shown + by + ids.length) % ids.length) : null}
          />
        )}
      </Dialog>
    </>
  );
}

interface LargeProps {
  readonly id: string;
  readonly alt: string;
  readonly onStep: ((by: 1 | -1) => void) | null;
}

function Large({ id, alt, onStep }: LargeProps) {
  const { words } = useReader();
  return (
    <div className="space-y-4">
      <Picture key={id} id={id} alt={alt} className="mx-auto max-h-[62dvh] rounded-xl object-contain" />
      {onStep && (
        <div className="flex justify-between">
          <Button onClick={() => onStep(-1)}>
            <ChevronLeft aria-hidden className="size-4" />
            {words.images.before}
          </Button>
          <Button onClick={() => onStep(1)}>
            {words.images.after}
            <ChevronRight aria-hidden className="size-4" />
          </Button>
        </div>
      )}
    </div>
  );
}

interface PictureProps {
  readonly id: string;
  readonly alt: string;
  readonly className: string;
}

/** One that cannot be shown says so instead of leaving a hole. */
function Picture({ id, alt, className }: PictureProps) {
  const { words } = useReader();
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <span className="flex size-full min-h-20 flex-col items-center justify-center gap-1 p-2 text-center text-xs text-soft">
        <ImageOff aria-hidden className="size-5" />
        {words.images.failed}
      </span>
    );
  }
  return <img src={`/api/v1/images/${id}`} alt={alt} className={className} onError={() => setFailed(true)} />;
}
