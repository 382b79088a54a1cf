import { Link } from '@tanstack/react-router';
import { Share2 } from 'lucide-react';
import { useState } from 'react';
import type { StudioArtist } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { Card } from '../../ui/display/card.tsx';
import { ArtistFace } from '../artist-face.tsx';
import { ShareDialog } from '../share-dialog.tsx';
import { ReadyList } from './ready-list.tsx';

/** One artist: who, whether they can be booked, and the way to their settings. */
export function ArtistCard({ artist }: { readonly artist: StudioArtist }) {
  const { words } = useReader();
  const [sharing, setSharing] = useState(false);
  const { slug, name, active, ready, services } = artist;
  const bookable = active && ready.calendar && ready.services && ready.hours;
  const offered = services.filter((service) => service.active).length;
  return (
    <Card className="relative flex items-start gap-4 p-5 transition-colors hover:border-line-strong">
      <ArtistFace artist={artist} className="size-14" />
      <div className="min-w-0 flex-1">
        <h2 className="flex flex-wrap items-center gap-2 text-base font-semibold">
          <Link
            to="/studio/$slug"
            params={{ slug }}
            className="rounded after:absolute after:inset-0 after:rounded-2xl"
          >
            {name}
          </Link>
          {!active ? (
            <Badge>{words.studio.inactive}</Badge>
          ) : (
            <Badge tone={bookable ? 'good' : 'warn'}>
              {bookable ? words.studio.bookable : words.studio.notReady}
            </Badge>
          )}
        </h2>
        <p className="mt-0.5 mb-2.5 text-[13px] text-soft">
          /book/{slug} · {words.studio.serviceCount({ count: offered })}
        </p>
        <ReadyList ready={ready} />
      </div>
      <IconButton
        icon={Share2}
        label={words.share.of({ name })}
        className="relative z-1"
        onClick={() => setSharing(true)}
      />
      <ShareDialog artist={artist} open={sharing} onClose={() => setSharing(false)} />
    </Card>
  );
}
