import { UserRoundX } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { buttonClass } from '../../ui/controls/button.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import type { StudioOffer } from '../api/answers.ts';
import { ArtistStep } from '../choose/artist-step.tsx';
import { ServiceStep } from '../choose/service-step.tsx';
import { useTrap } from '../controls/honeypot.tsx';
import { Portrait } from '../controls/portrait.tsx';
import { DetailsStep } from '../details/details-step.tsx';
import { DoneStep } from '../done/done-step.tsx';
import { readSent } from '../done/sent-booking.ts';
import { checkForm } from '../form/check-form.ts';
import { type ClientForm, EMPTY_FORM, type SentImage } from '../form/client-form.ts';
import { useKept } from '../form/use-kept.ts';
import { EmptyPage } from '../frame/empty-page.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useUploads } from '../images/use-uploads.ts';
import { useReader } from '../language/reader.ts';
import { useProof } from '../proof/use-proof.ts';
import { ReviewStep } from '../review/review-step.tsx';
import { useSubmit } from '../review/use-submit.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import { HowItWorks } from './how-it-works.tsx';
import { Progress } from './progress.tsx';
import { Summary } from './summary.tsx';
import { TimeStep } from './time-step.tsx';
import { useArrived } from './use-arrived.ts';
import { type BookingState, useBookingState } from './use-booking-state.ts';
import { useSummaryLines } from './use-summary-lines.tsx';

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
      <div className="mb-3 flex items-center gap-4 sm:mb-5 lg:col-span-2">
        {artist && <Portrait name={artist.name} picture={artist.picture} large={step === 'service'} />}
        <div>
          <h1 className="text-[15px] font-medium text-soft">
            {artist
              ? words.book.titleWith({ artist: artist.name })
              : words.book.titleAt({ studio: offer.name })}
          </h1>
          {artist?.bio && step === 'service' && <p className="mt-0.5 max-w-prose">{artist.bio}</p>}
        </div>
      </div>
      <Steps state={state} />
    </div>
  );
}

function Steps({ state }: { readonly state: BookingState }) {
  const { flow, choices, choose } = state;
  const { step } = flow;
  const lines = useSummaryLines(state);
  const { form, change } = useKept<ClientForm>('atelier.form', EMPTY_FORM);
  const images = useRef(form.images);
  const onImages = useCallback(
    (next: (before: readonly SentImage[]) => readonly SentImage[]) => {
      images.current = next(images.current);
      change({ images: images.current });
    },
    [change],
  );
  const uploads = useUploads(form.images, onImages);
  const proof = useProof();
  const trap = useTrap();
  const arrived = useArrived(step);
  const service = flow.entry?.offers.find((offer) => offer.service.id === flow.serviceId)?.service ?? null;
  const submit = useSubmit({
    state,
    form,
    questions: service?.questions ?? [],
    proof,
    trap,
    onDone: () => {
      onImages(() => []);
      change({ note: '', answers: {}, alternative: null });
      choose({ service: null, artist: null, date: null, time: null, step: 'done' });
    },
  });

  useEffect(() => {
    if (step === 'details') proof.prepare();
  }, [step, proof]);

  // Nothing is reviewed that could not be sent, as after a tab was closed and its address opened again.
  const isUnfinished = step === 'review' && service !== null && checkForm(form, service.questions).length > 0;
  useEffect(() => {
    if (isUnfinished) choose({ step: 'details' });
  }, [isUnfinished, choose]);

  // An address that says more than there is goes back to what there is.
  const isAhead = choices.step !== null && step !== choices.step;
  useEffect(() => {
    if (isAhead || choices.step === 'done') choose({ step: null });
  }, [isAhead, choices.step, choose]);

  return (
    <>
      <div className="min-w-0 lg:col-start-1 lg:row-start-2">
        <Progress steps={flow.steps} step={step} onBack={step === 'service' ? null : state.back} />
        <div className="lg:hidden">
          {step === 'service' || step === 'review' ? null : <Summary lines={lines} folded />}
        </div>
        {step === 'service' && (
          <ServiceStep
            flow={flow}
            arrived={arrived}
            ideaAddress={state.ideaAddress}
            onChoose={(id) => state.go({ service: id, date: null, time: null, step: null })}
          />
        )}
        {step === 'artist' && flow.entry && (
          <ArtistStep
            flow={flow}
            entry={flow.entry}
            arrived={arrived}
            onChoose={(artist) => state.go({ artist, date: null, time: null, step: null })}
          />
        )}
        {step === 'time' && <TimeStep state={state} arrived={arrived} />}
        {step === 'details' && service && (
          <DetailsStep
            state={state}
            service={service}
            form={form}
            change={change}
            uploads={uploads}
            arrived={arrived}
          />
        )}
        {step === 'review' && service && (
          <ReviewStep
            state={state}
            service={service}
            form={form}
            submit={submit}
            trap={trap}
            arrived={arrived}
          />
        )}
      </div>
      <div className="hidden lg:col-start-2 lg:row-start-2 lg:block">
        {lines.length > 0 ? <Summary lines={lines} /> : <HowItWorks />}
      </div>
    </>
  );
}

function ArtistAway({ address }: { readonly address: string }) {
  const { words } = useReader();
  return (
    <EmptyPage
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
