import { ImagePlus, Image as Picture, X } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { useDrop } from '../../ui/use-drop.ts';
import { useReader } from '../language/reader.ts';
import { ACCEPTED, LARGEST_IMAGE, MOST_IMAGES } from './image-rules.ts';
import type { LeftOut, Uploads } from './use-uploads.ts';

/** Reference images: dropped or chosen, each with its own progress and its own problem. */
export function ImageField({ uploads }: { readonly uploads: Uploads }) {
  const { words, formats } = useReader();
  const hint = useId();
  const { images, leftOut } = uploads;
  const most = formats.size(LARGEST_IMAGE);
  const whyLeftOut = ({ name, size, problem }: LeftOut) =>
    words.images[problem]({ name, size: formats.size(size), most, count: MOST_IMAGES });
  return (
    <div>
      <p className="mb-1 font-medium">
        {words.images.label}
        <span className="ml-1.5 text-[13px] font-normal text-soft">({words.common.optional})</span>
      </p>
      <p id={hint} className="mb-2 text-[13px] leading-snug text-soft">
        {words.images.hint({ count: MOST_IMAGES, size: most })}
      </p>
      <DropZone onFiles={uploads.add}>
        <ImageTiles uploads={uploads} />
        <FileButton uploads={uploads} hint={hint} />
      </DropZone>
      <ul role="alert" className="mt-2 grid gap-1 text-[13px] font-medium text-bad empty:hidden">
        {leftOut.map((one) => (
          <li key={one.id}>{whyLeftOut(one)}</li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {images.length > 0 && words.images.sent({ name: images.at(-1)?.name ?? '' })}
      </p>
    </div>
  );
}

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

function DropZone({ onFiles, children }: DropZoneProps) {
  const { over, target } = useDrop(onFiles);
  return (
    <div
      {...target}
      className={classNames(
        'rounded-2xl border border-dashed p-3 transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      {children}
    </div>
  );
}

/** What has arrived, and what is on its way. */
function ImageTiles({ uploads }: { readonly uploads: Uploads }) {
  const { words } = useReader();
  return (
    <ul className="flex flex-wrap gap-3 not-empty:mb-3">
      {uploads.images.map(({ token, name, thumbnail }) => (
        <Tile key={token} name={name} onRemove={() => uploads.remove(token)}>
          {thumbnail ? (
            <img src={thumbnail} alt={name} className="size-full object-cover" />
          ) : (
            <Named name={name} />
          )}
        </Tile>
      ))}
      {uploads.sending.map(({ id, name, share }) => (
        <Tile key={id} name={name} onRemove={() => uploads.stop(id)}>
          <Named name={name} />
          <progress
            value={share}
            aria-label={words.images.sending({ name, percent: Math.round(share * 100) })}
            className="absolute inset-x-2 bottom-2 h-1 w-auto appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
          />
        </Tile>
      ))}
    </ul>
  );
}

/** @param hint id of what says how many and how large */
function FileButton({ uploads, hint }: { readonly uploads: Uploads; readonly hint: string }) {
  const { words } = useReader();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        multiple
        hidden
        tabIndex={-1}
        onChange={(event) => {
          uploads.add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        disabled={uploads.images.length + uploads.sending.length >= MOST_IMAGES}
        aria-describedby={hint}
        onClick={() => input.current?.click()}
        className="flex min-h-12 w-full items-center justify-center gap-2.5 rounded-xl px-3 py-2 font-medium text-accent transition-colors hover:bg-accent-soft disabled:pointer-events-none disabled:text-soft"
      >
        <ImagePlus aria-hidden className="size-5" />
        {words.images.chooseMore}
      </button>
    </>
  );
}

interface TileProps {
  readonly name: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Tile({ name, onRemove, children }: TileProps) {
  const { words } = useReader();
  return (
    <li className="relative size-24">
      <div className="relative size-full overflow-hidden rounded-xl border border-line bg-sunken">
        {children}
      </div>
      <button
        type="button"
        aria-label={words.images.removeOne({ name })}
        onClick={onRemove}
        className="absolute -top-2 -right-2 flex size-8 items-center justify-center rounded-full border border-line bg-raised text-soft shadow-card hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </button>
    </li>
  );
}

function Named({ name }: { readonly name: string }) {
  return (
    <span className="flex size-full flex-col items-center justify-center gap-1 p-2 text-center text-[11px] leading-tight text-soft">
      <Picture aria-hidden className="size-5" />
      <span className="line-clamp-2 break-all">{name}</span>
    </span>
  );
}
