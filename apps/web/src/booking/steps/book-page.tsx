import { UserRoundX } from 'lucide-react';
import { buttonClass } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import type { BookableArtist, StudioOffer } from '../api/answers.ts';
import { Portrait } from '../controls/portrait.tsx';
import { DoneStep } from '../done/done-step.tsx';
import { readSent } from '../done/sent-booking.ts';
import { useTitle } from '../frame/use-title.ts';
import { useReader } from '../language/reader.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import { Steps } from './steps.tsx';
import { useBookingState } from './use-booking-state.ts';

interface BookPageProps {
  readonly offer: StudioOffer;
  /** Slug of the artist whose own page this is. */
  readonly fixed: string | null;
}

export function BookPage({ offer, fixed }: BookPageProps) {
  const { words } = useReader();
  const search = useSearch();
  const state = useBookingState(offer, fixed);
  const artist = offer.artists.find(({ slug }) => slug === fixed);
  const { step } = state.flow;
  useTitle(words.steps[step], words.book.title, offer.name);
  const home = linkTo(fixed ? `/book/${fixed}` : '/book', search);
  const sent = step === 'done' ? readSent() : null;
  if (fixed && !artist && offer.artists.length > 0) return <ArtistAway address={linkTo('/book', search)} />;
  if (sent) return <DoneStep sent={sent} again={home} />;
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-x-12">
      <PageHead offer={offer} artist={artist ?? null} first={step === 'service'} />
      <Steps state={state} />
    </div>
  );
}

interface PageHeadProps {
  readonly offer: StudioOffer;
  /** Whose own page this is. */
  readonly artist: BookableArtist | null;
  /** Whether nothing is chosen yet: there is room for an introduction. */
  readonly first: boolean;
}

function PageHead({ offer, artist, first }: PageHeadProps) {
  const { words } = useReader();
  return (
    <div className="mb-3 flex items-center gap-4 sm:mb-5 lg:col-span-2">
      {artist && <Portrait name={artist.name} picture={artist.picture} large={first} />}
      <div>
        <h1 className="text-[15px] font-medium text-soft">
          {artist
            ? words.book.titleWith({ artist: artist.name })
            : words.book.titleAt({ studio: offer.name })}
        </h1>
        {artist?.bio && first && <p className="mt-0.5 max-w-prose">{artist.bio}</p>}
      </div>
    </div>
  );
}

function ArtistAway({ address }: { readonly address: string }) {
  const { words } = useReader();
  return (
    <EmptyState
      whole
      icon={UserRoundX}
      title={words.book.noArtist}
      hint={words.book.noArtistHint}
      action={
        <a href={address} className={buttonClass('primary', 'large')}>
          {words.book.allArtists}
        </a>
      }
    />
  );
}

export function BookSkeleton() {
  return (
    <div className="lg:max-w-[42rem]">
      <Skeleton className="mb-8 h-5 w-52" />
      <Skeleton className="mb-6 h-1 w-full" />
      <Skeleton className="mb-6 h-8 w-72 max-w-full" />
      <div className="grid gap-3">
        {[1, 2, 3].map((one) => (
          <Skeleton key={one} className="h-28 rounded-2xl" />
        ))}
      </div>
    </div>
  );
}
