import { CalendarOff, Feather } from 'lucide-react';
import { buttonClass } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import type { Flow, ServiceEntry } from '../flow.ts';
import { StepHeading } from '../frame/step-heading.tsx';
import { useReader } from '../language/reader.ts';
import { writeChoices } from '../url/choices.ts';
import { useSearch } from '../url/location.ts';
import { ChoiceCard } from './choice-card.tsx';
import { IdeaCard } from './idea-card.tsx';
import { ServiceFacts } from './service-facts.tsx';

interface ServiceStepProps {
  readonly flow: Flow;
  readonly arrived: boolean;
  /** Where an idea is described, for this artist. */
  readonly ideaAddress: string;
  readonly onChoose: (serviceId: string) => void;
}

export function ServiceStep({ flow, arrived, ideaAddress, onChoose }: ServiceStepProps) {
  const { words, formats } = useReader();
  const search = useSearch();
  if (flow.entries.length === 0) return <NothingOffered ideaAddress={ideaAddress} />;
  const several =
    new Set(flow.entries.flatMap(({ offers }) => offers.map(({ artist }) => artist.slug))).size > 1;
  const names = ({ offers }: ServiceEntry) => formats.list(offers.map(({ artist }) => artist.name));
  return (
    <>
      <StepHeading step="service" arrived={arrived} lead={words.service.lead}>
        {words.service.heading}
      </StepHeading>
      {flow.gone && (
        <div className="mb-4">
          <Notice tone="warn" title={words.service.gone} />
        </div>
      )}
      <ul className="grid gap-3">
        {flow.entries.map((entry) => {
          const id = entry.offers[0]?.service.id ?? '';
          return (
            <li key={id}>
              <ChoiceCard
                address={writeChoices(search, { service: id })}
                onChoose={() => onChoose(id)}
                chosen={entry === flow.entry}
                title={entry.name}
                meta={<ServiceFacts {...entry} />}
              >
                {[entry.description, several && words.service.by({ artists: names(entry) })]
                  .filter(Boolean)
                  .join(' · ')}
              </ChoiceCard>
            </li>
          );
        })}
      </ul>
      <IdeaCard address={ideaAddress} />
    </>
  );
}

function NothingOffered({ ideaAddress }: { readonly ideaAddress: string }) {
  const { words } = useReader();
  return (
    <EmptyState
      icon={CalendarOff}
      title={words.book.closed}
      hint={words.book.closedHint}
      action={
        <a href={ideaAddress} className={buttonClass('primary', 'large')}>
          <Feather aria-hidden className="size-4.5" />
          {words.book.idea}
        </a>
      }
    />
  );
}
