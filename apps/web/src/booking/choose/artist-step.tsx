import { Users } from 'lucide-react';
import { Portrait } from '../controls/portrait.tsx';
import type { Flow, ServiceEntry } from '../flow.ts';
import { StepHeading } from '../frame/step-heading.tsx';
import { useReader } from '../language/reader.ts';
import { writeChoices } from '../url/choices.ts';
import { useSearch } from '../url/location.ts';
import { ChoiceCard } from './choice-card.tsx';
import { ServiceFacts } from './service-facts.tsx';

interface ArtistStepProps {
  readonly flow: Flow;
  readonly entry: ServiceEntry;
  readonly arrived: boolean;
  readonly onChoose: (artist: string) => void;
}

export function ArtistStep({ entry, arrived, onChoose }: ArtistStepProps) {
  const { words } = useReader();
  const search = useSearch();
  const at = (artist: string) => writeChoices(search, { artist });
  return (
    <>
      <StepHeading step="artist" arrived={arrived}>
        {words.artist.heading}
      </StepHeading>
      <ul className="grid gap-3">
        <li>
          <ChoiceCard
            address={at('any')}
            onChoose={() => onChoose('any')}
            chosen={false}
            title={words.artist.any}
            picture={
              <span className="flex size-13 shrink-0 items-center justify-center rounded-full bg-accent text-accent-ink">
                <Users aria-hidden className="size-6" />
              </span>
            }
          >
            {words.artist.anyHint}
          </ChoiceCard>
        </li>
        {entry.offers.map(({ artist, service }) => (
          <li key={artist.slug}>
            <ChoiceCard
              address={at(artist.slug)}
              onChoose={() => onChoose(artist.slug)}
              chosen={false}
              title={artist.name}
              picture={<Portrait name={artist.name} picture={artist.picture} />}
              meta={entry.price === null || entry.deposit === null ? <ServiceFacts {...service} /> : null}
            >
              {artist.bio}
            </ChoiceCard>
          </li>
        ))}
      </ul>
    </>
  );
}
