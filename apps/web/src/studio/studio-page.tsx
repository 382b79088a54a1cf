import { Link, Navigate } from '@tanstack/react-router';
import { Plus, Settings2, Share2, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { useMe } from '../shell/use-me.ts';
import { Button, buttonClass } from '../ui/controls/button.tsx';
import { Card } from '../ui/display/card.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { AddArtistDialog } from './list/add-artist-dialog.tsx';
import { ArtistCard } from './list/artist-card.tsx';
import { ChairsPanel } from './list/chairs-panel.tsx';
import { ClosuresPanel } from './list/closures-panel.tsx';
import { ShareDialog } from './share-dialog.tsx';

/** What the studio offers: for an admin everything, for artists themselves. */
export function StudioPage() {
  return useMe().role === 'ADMIN' ? <WholeStudio /> : <OwnArtist />;
}

function WholeStudio() {
  const { words } = useReader();
  const [open, setOpen] = useState<'add' | 'share' | null>(null);
  const close = () => setOpen(null);
  const buttons = (
    <div className="flex flex-wrap gap-2">
      <Link to="/settings" className={buttonClass('plain')}>
        <Settings2 aria-hidden className="size-4" />
        {words.settings.button}
      </Link>
      <Button onClick={() => setOpen('share')}>
        <Share2 aria-hidden className="size-4" />
        {words.share.button}
      </Button>
      <Button look="primary" onClick={() => setOpen('add')}>
        <Plus aria-hidden className="size-4" />
        {words.studio.addArtist}
      </Button>
    </div>
  );
  return (
    <Page title={words.shell.studio} lead={words.studio.lead} action={buttons}>
      <Artists onAdd={() => setOpen('add')} />
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-2">
        <ClosuresPanel />
        <ChairsPanel />
      </div>
      <AddArtistDialog open={open === 'add'} onClose={close} />
      <ShareDialog artist={null} open={open === 'share'} onClose={close} />
    </Page>
  );
}

function Artists({ onAdd }: { readonly onAdd: () => void }) {
  const { words } = useReader();
  const artists = trpc.artists.list.useQuery();
  if (artists.error && !artists.data) return <ProblemNotice error={artists.error} />;
  if (!artists.data) return <Skeleton className="h-40 rounded-2xl" />;
  if (artists.data.length === 0) {
    const add = (
      <Button look="primary" onClick={onAdd}>
        {words.studio.addArtist}
      </Button>
    );
    return (
      <Card>
        <EmptyState
          icon={UserRoundPlus}
          title={words.studio.none}
          hint={words.studio.noneHint}
          action={add}
        />
      </Card>
    );
  }
  return (
    <section aria-label={words.studio.artists} className="grid gap-4 lg:grid-cols-2">
      {artists.data.map((artist) => (
        <ArtistCard key={artist.slug} artist={artist} />
      ))}
    </section>
  );
}

/** An artist goes straight to their own settings. */
function OwnArtist() {
  const { words } = useReader();
  const artists = trpc.artists.list.useQuery();
  const own = artists.data?.filter(({ mayEdit }) => mayEdit) ?? [];
  if (own.length === 1 && own[0])
    return <Navigate to="/studio/$slug" params={{ slug: own[0].slug }} replace />;
  return (
    <Page title={words.shell.studio} lead={words.studio.ownLead}>
      {artists.error && !artists.data && <ProblemNotice error={artists.error} />}
      {!artists.error && !artists.data && <Skeleton className="h-40 rounded-2xl" />}
      {artists.data && own.length === 0 && (
        <Card>
          <EmptyState icon={UserRoundPlus} title={words.studio.notYou} hint={words.studio.notYouHint} />
        </Card>
      )}
      <div className="grid gap-4 lg:grid-cols-2">
        {own.map((artist) => (
          <ArtistCard key={artist.slug} artist={artist} />
        ))}
      </div>
    </Page>
  );
}
