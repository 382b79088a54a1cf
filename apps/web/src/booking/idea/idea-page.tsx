import { Send } from 'lucide-react';
import { Button } from '../../ui/controls/button.tsx';
import type { StudioOffer } from '../api/answers.ts';
import { ClientFields } from '../controls/client-fields.tsx';
import { ErrorSummary } from '../controls/error-summary.tsx';
import { Honeypot } from '../controls/honeypot.tsx';
import { SendProblemNotice } from '../form/send-problem-notice.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useReader } from '../language/reader.ts';
import { useSearch } from '../url/location.ts';
import { AboutIdea } from './about-idea.tsx';
import { IdeaSent } from './idea-sent.tsx';
import { type Idea, useIdea } from './use-idea.ts';

/** Describe an idea: one page, nothing to choose yet, and the artist answers with a quote and times. */
export function IdeaPage({ offer }: { readonly offer: StudioOffer }) {
  const { words } = useReader();
  const idea = useIdea(offer, new URLSearchParams(useSearch()).get('artist'));
  useTitle(words.idea.title, offer.name);
  if (idea.sending.sent) return <IdeaSent sent={idea.sending.sent} onAnother={idea.again} />;
  return (
    <form noValidate onSubmit={idea.submit} className="mx-auto max-w-2xl">
      <h1 className="text-[1.6rem] leading-tight font-semibold sm:text-[1.9rem]">
        {words.idea.titleAt({ studio: offer.name })}
      </h1>
      <p className="mt-2 mb-8 text-soft">{words.idea.lead}</p>
      <ErrorSummary errors={idea.errors} tries={idea.tries} />
      <div className="grid gap-10">
        <AboutIdea idea={idea} artists={offer.artists} />
        <ClientFields form={idea.form} change={idea.change} errorOf={idea.errorOf} />
      </div>
      <Honeypot trap={idea.trap} />
      <SendLine idea={idea} />
    </form>
  );
}

function SendLine({ idea: { sending, uploads } }: { readonly idea: Idea }) {
  const { words } = useReader();
  const waits = uploads.sending.length > 0;
  return (
    <div className="mt-8 grid gap-3">
      <SendProblemNotice problem={sending.problem} />
      <Button
        type="submit"
        look="primary"
        size="large"
        pending={sending.pending}
        disabled={waits}
        className="w-full sm:w-auto sm:justify-self-start"
      >
        {!sending.pending && <Send aria-hidden className="size-4.5" />}
        {sending.pending ? words.review.sending : words.idea.send}
      </Button>
      <p className="text-[13px] text-soft">{waits ? words.images.waiting : words.idea.note}</p>
    </div>
  );
}
