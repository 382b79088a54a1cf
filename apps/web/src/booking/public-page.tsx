import { Compass } from 'lucide-react';
import { useMemo } from 'react';
import { buttonClass } from '../ui/controls/button.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import type { StudioOffer } from './api/answers.ts';
import { useApi } from './api/client-context.ts';
import { type Question, useQuestion } from './api/use-question.ts';
import { Frame } from './frame/frame.tsx';
import { ProblemPanel } from './frame/problem-panel.tsx';
import { StudioContext } from './frame/studio-context.ts';
import { IdeaPage } from './idea/idea-page.tsx';
import { InquiryPage } from './idea/inquiry-page.tsx';
import { useReader } from './language/reader.ts';
import { ManagePage } from './manage/manage-page.tsx';
import { BookPage, BookSkeleton } from './steps/book-page.tsx';
import { linkTo } from './url/link-to.ts';
import { usePath, useSearch } from './url/location.ts';
import { type Place, placeOf } from './url/place.ts';

/** The page that the address means, in its frame. */
export function PublicPage() {
  const { client } = useApi();
  const path = usePath();
  const place = useMemo(() => placeOf(path), [path]);
  const studio = useQuestion('studio', () => client.booking.studio.query());
  return (
    <StudioContext value={studio.answer ?? null}>
      <Frame studio={studio.answer?.name ?? null}>
        <Page place={place} studio={studio} />
      </Frame>
    </StudioContext>
  );
}

interface PageProps {
  readonly place: Place;
  readonly studio: Question<StudioOffer>;
}

function Page({ place, studio }: PageProps) {
  switch (place.page) {
    case 'booking':
      return <ManagePage key={place.token} token={place.token} />;
    case 'inquiry':
      return <InquiryPage key={place.token} token={place.token} />;
    case 'lost':
      return <Lost />;
    default:
      if (studio.answer && place.page === 'book')
        return <BookPage offer={studio.answer} fixed={place.artist} />;
      if (studio.answer) return <IdeaPage offer={studio.answer} />;
      return studio.error ? <ProblemPanel error={studio.error} onRetry={studio.ask} /> : <BookSkeleton />;
  }
}

function Lost() {
  const { words } = useReader();
  const search = useSearch();
  return (
    <EmptyState
      whole
      icon={Compass}
      title={words.problem.lost}
      hint={words.problem.lostHint}
      action={
        <a href={linkTo('/book', search)} className={buttonClass('primary', 'large')}>
          {words.problem.toBooking}
        </a>
      }
    />
  );
}
