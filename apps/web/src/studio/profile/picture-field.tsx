import { ImageUp, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { StudioArtist } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { ArtistFace } from '../artist-face.tsx';
import { usePicture } from './use-picture.ts';

/** The picture that clients see: shown as it will be cut, changed at once. */
export function PictureField({ artist }: { readonly artist: StudioArtist }) {
  const { words } = useReader();
  const input = useRef<HTMLInputElement>(null);
  const { put, remove, pending, problem, preview } = usePicture(artist.slug);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-5">
        <ArtistFace
          artist={{ ...artist, picture: preview ?? artist.picture }}
          className={pending ? 'size-24 animate-pulse' : 'size-24'}
        />
        {artist.mayEdit && (
          <div className="space-y-2">
            <div className="flex flex-wrap gap-2">
              <Button size="small" pending={pending} onClick={() => input.current?.click()}>
                <ImageUp aria-hidden className="size-4" />
                {artist.picture ? words.profile.changePicture : words.profile.addPicture}
              </Button>
              {artist.picture && (
                <Button size="small" look="quiet" disabled={pending} onClick={() => void remove()}>
                  <Trash2 aria-hidden className="size-4" />
                  {words.profile.removePicture}
                </Button>
              )}
            </div>
            <p className="text-[13px] text-soft">{words.profile.pictureHint}</p>
            <input
              ref={input}
              type="file"
              accept="image/jpeg,image/png,image/webp,image/avif"
              className="sr-only"
              tabIndex={-1}
              aria-label={words.profile.picture}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) void put(file);
                event.target.value = '';
              }}
            />
          </div>
        )}
      </div>
      {problem && <Notice tone="bad" title={problem} hint={words.profile.pictureKept} />}
    </div>
  );
}
