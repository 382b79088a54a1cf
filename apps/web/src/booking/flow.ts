import type { BookableArtist, OfferedService, StudioOffer } from './api/answers.ts';
import type { Choices, Step } from './url/choices.ts';

/** One service as the page lists it: the same name and length at several artists is one entry. */
export interface ServiceEntry {
  readonly name: string;
  readonly description: string;
  readonly minutes: number;
  /** Null where it differs from artist to artist. */
  readonly price: string | null;
  readonly deposit: string | null;
  readonly offers: readonly ServiceOffer[];
}

export interface ServiceOffer {
  readonly artist: BookableArtist;
  readonly service: OfferedService;
}

/** Where somebody is in the booking, and what their choices mean. */
export interface Flow {
  readonly step: Step;
  /** The steps of this booking, `done` apart. */
  readonly steps: readonly Step[];
  readonly entries: readonly ServiceEntry[];
  readonly entry: ServiceEntry | null;
  /** Null: not chosen yet; `any`: whoever is free. */
  readonly artist: BookableArtist | 'any' | null;
  /** What the server is asked for. */
  readonly serviceId: string | null;
  /** The zone of the place where it happens. */
  readonly zone: string;
  /** A service was chosen that is not there any more. */
  readonly gone: boolean;
}

/** @param fixed slug of the artist whose own page this is */
export function flowOf(offer: StudioOffer, fixed: string | null, choices: Choices): Flow {
  const wished = fixed ?? (choices.artist === 'any' ? null : choices.artist);
  const known = offer.artists.find(({ slug }) => slug === wished);
  const entries = servicesOf(known ? [known] : fixed ? [] : offer.artists);
  const entry =
    entries.find(({ offers }) => offers.some(({ service }) => isChosen(service, choices))) ?? null;
  const artist = artistOf(entry, known, choices);
  const step = stepOf(choices, entry, artist);
  const several = !fixed && (entry ? manyOffer(offer, entry) : offer.artists.length > 1);
  const steps: Step[] = several
    ? ['service', 'artist', 'time', 'details', 'review']
    : ['service', 'time', 'details', 'review'];
  return {
    step,
    steps,
    entries,
    entry,
    artist,
    serviceId: serviceIdOf(entry, artist),
    zone: artist && artist !== 'any' ? artist.zone : offer.zone,
    gone: choices.service !== null && entry === null,
  };
}

/** What to take back to stand one step before. */
export function stepBack({ step, steps }: Pick<Flow, 'step' | 'steps'>): Partial<Choices> {
  if (step === 'review') return { step: 'details' };
  if (step === 'details') return { step: null };
  const toArtist = step === 'time' && steps.includes('artist');
  return { ...(toArtist ? {} : { service: null }), artist: null, date: null, time: null, step: null };
}

const isChosen = (service: OfferedService, { service: id }: Choices) => service.id === id;

const isSame = (one: OfferedService, other: Pick<OfferedService, 'name' | 'minutes'>) =>
  one.name === other.name && one.minutes === other.minutes;

const manyOffer = ({ artists }: StudioOffer, entry: ServiceEntry) =>
  artists.filter(({ services }) => services.some((service) => isSame(service, entry))).length > 1;

/** In the order of the artists and their services. */
export function servicesOf(artists: readonly BookableArtist[]): ServiceEntry[] {
  const offers = artists.flatMap((artist) => artist.services.map((service) => ({ artist, service })));
  const groups = Map.groupBy(offers, ({ service }) => `${service.minutes} ${service.name}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const alike = (field: 'price' | 'deposit') =>
      group.every(({ service }) => service[field] === first.service[field]) ? first.service[field] : null;
    const { name, minutes } = first.service;
    const description = group.find(({ service }) => service.description)?.service.description ?? '';
    return [{ name, minutes, description, price: alike('price'), deposit: alike('deposit'), offers: group }];
  });
}

function artistOf(
  entry: ServiceEntry | null,
  known: BookableArtist | undefined,
  { artist }: Choices,
): Flow['artist'] {
  if (known) return known;
  if (!entry) return null;
  if (artist === 'any') return 'any';
  const [only, another] = entry.offers;
  return only && !another ? only.artist : null;
}

function serviceIdOf(entry: ServiceEntry | null, artist: Flow['artist']): string | null {
  if (!entry || !artist) return null;
  const [first] = entry.offers;
  if (artist === 'any') return first?.service.id ?? null;
  return entry.offers.find((offer) => offer.artist.slug === artist.slug)?.service.id ?? null;
}

function stepOf({ time, step }: Choices, entry: ServiceEntry | null, artist: Flow['artist']): Step {
  if (step === 'done') return 'done';
  if (!entry) return 'service';
  if (!artist) return 'artist';
  return time && step ? step : 'time';
}
