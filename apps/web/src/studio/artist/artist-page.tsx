import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft, ExternalLink, Share2 } from 'lucide-react';
import { useState } from 'react';
import type { StudioArtist } from '../../api/answers.ts';
import { codeOf } from '../../api/api-error.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { NotFound } from '../../shell/page-states.tsx';
import { useMe } from '../../shell/use-me.ts';
import { usePageTitle } from '../../shell/use-page-title.ts';
import { classNames } from '../../ui/class-names.ts';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { ArtistFace } from '../artist-face.tsx';
import { CalendarsSection } from '../calendars/calendars-section.tsx';
import { ExplainSection } from '../explain/explain-section.tsx';
import { HoursSection } from '../hours/hours-section.tsx';
import { ReadyList } from '../list/ready-list.tsx';
import { ProfileSection } from '../profile/profile-section.tsx';
import { RulesSection } from '../rules/rules-section.tsx';
import { ServicesSection } from '../services/services-section.tsx';
import { ShareDialog } from '../share-dialog.tsx';
import { ARTIST_SECTIONS, type ArtistSectionName } from './artist-sections.ts';

const SECTIONS: Record<ArtistSectionName, (props: { readonly artist: StudioArtist }) => React.ReactNode> = {
  profile: ProfileSection,
  calendars: CalendarsSection,
  services: ServicesSection,
  hours: HoursSection,
  rules: RulesSection,
  explain: ExplainSection,
};

/** Everything that can be set of one artist. */
export function ArtistPage() {
  const { words } = useReader();
  const { slug } = useParams({ from: '/app/studio/$slug' });
  const artist = trpc.artists.see.useQuery({ slug });
  const admin = useMe().role === 'ADMIN';
  usePageTitle(artist.data?.name ?? words.shell.studio);
  if (codeOf(artist.error) === 'NOT_FOUND') return <NotFound />;
  return (
    <div className="mx-auto max-w-5xl px-4 py-6 sm:px-6 lg:px-10 lg:py-8">
      {admin && (
        <Link
          to="/studio"
          className="mb-4 -ml-2 inline-flex h-9 items-center gap-2 rounded-lg px-2 font-medium text-soft hover:bg-sunken hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {words.shell.studio}
        </Link>
      )}
      {artist.error && !artist.data && <ProblemNotice error={artist.error} />}
      {!artist.error && !artist.data && <Skeleton className="h-96 rounded-2xl" />}
      {artist.data && <Open artist={artist.data} />}
    </div>
  );
}

function Open({ artist }: { readonly artist: StudioArtist }) {
  const { section = 'profile' } = useSearch({ from: '/app/studio/$slug' });
  const Section = SECTIONS[section];
  return (
    <>
      <ArtistHeader artist={artist} />
      <SectionTabs slug={artist.slug} />
      <Section key={`${artist.slug} ${section}`} artist={artist} />
    </>
  );
}

function ArtistHeader({ artist }: { readonly artist: StudioArtist }) {
  const { words } = useReader();
  const [sharing, setSharing] = useState(false);
  const { slug, name, ready } = artist;
  return (
    <header className="mb-5 flex flex-wrap items-center gap-4">
      <ArtistFace artist={artist} className="size-14" />
      <div className="min-w-48 flex-1">
        <h1 className="text-2xl font-semibold">{name}</h1>
        <div className="mt-1">
          <ReadyList ready={ready} />
        </div>
      </div>
      <div className="flex gap-2">
        <Button onClick={() => setSharing(true)}>
          <Share2 aria-hidden className="size-4" />
          {words.share.button}
        </Button>
        <a href={`/book/${slug}`} target="_blank" rel="noreferrer" className={buttonClass('plain')}>
          {words.share.page}
          <ExternalLink aria-hidden className="size-4" />
        </a>
      </div>
      <ShareDialog artist={artist} open={sharing} onClose={() => setSharing(false)} />
    </header>
  );
}

function SectionTabs({ slug }: { readonly slug: string }) {
  const { words } = useReader();
  const { section = 'profile' } = useSearch({ from: '/app/studio/$slug' });
  return (
    <nav
      aria-label={words.studio.settings}
      className="-mx-4 mb-5 flex gap-1 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0"
    >
      {ARTIST_SECTIONS.map((name) => (
        <Link
          key={name}
          to="/studio/$slug"
          params={{ slug }}
          search={{ section: name }}
          aria-current={name === section ? 'page' : undefined}
          className={classNames(
            '-mb-px rounded-t-lg border-b-2 px-3 py-2.5 font-medium whitespace-nowrap transition-colors',
            name === section ? 'border-accent text-accent' : 'border-transparent text-soft hover:text-ink',
          )}
        >
          {words.studio.sections[name]}
        </Link>
      ))}
    </nav>
  );
}
