import { useCallback, useEffect, useMemo } from 'react';
import type { CivilDate } from '../../time/civil/civil-date.ts';
import { dateIn } from '../../time/civil/zoned.ts';
import { browserZone } from '../../time/zone-name.ts';
import type { StudioOffer } from '../api/answers.ts';
import { type Flow, flowOf, stepBack } from '../flow.ts';
import type { Wanted } from '../hold/hold-state.ts';
import { type Hold, useHold } from '../hold/use-hold.ts';
import { type Choices, readChoices, writeChoices } from '../url/choices.ts';
import { linkTo } from '../url/link-to.ts';
import { go, goBack, useSearch } from '../url/location.ts';

/** Everything that the steps share. */
export interface BookingState {
  readonly offer: StudioOffer;
  readonly choices: Choices;
  readonly flow: Flow;
  readonly hold: Hold;
  /** What is asked of the server; its time is the chosen one, or the epoch where none is. */
  readonly wanted: Omit<Wanted, 'start'> | null;
  /** The zone that times are shown in. */
  readonly zone: string;
  readonly names: ReadonlyMap<string, string>;
  /** Name of the artist, as soon as it is certain who it is. */
  readonly who: string | null;
  readonly ideaAddress: string;
  /** A choice of the same step: Back does not stop there. */
  readonly choose: (patch: Partial<Choices>) => void;
  /** Another step. */
  readonly go: (patch: Partial<Choices>) => void;
  readonly back: () => void;
  readonly showDate: (date: CivilDate) => void;
  readonly dateOf: (instant: Date) => CivilDate;
}

const to = (patch: Partial<Choices>, replace: boolean) =>
  go(`${location.pathname}${writeChoices(location.search, patch)}`, { replace });
const choose = (patch: Partial<Choices>) => to(patch, true);
const goOn = (patch: Partial<Choices>) => to(patch, false);
const showDate = (date: CivilDate) => choose({ date });

export function useBookingState(offer: StudioOffer, fixed: string | null): BookingState {
  const search = useSearch();
  const choices = useMemo(() => readChoices(search), [search]);
  const flow = useMemo(() => flowOf(offer, fixed, choices), [offer, fixed, choices]);
  const hold = useHold();
  const zone = choices.zone === 'mine' ? browserZone() : flow.zone;
  const artist = flow.artist === 'any' ? 'any' : (flow.artist?.slug ?? null);
  const { serviceId } = flow;
  const { keeper } = hold;
  const isChoosing = flow.step === 'time' || flow.step === 'details' || flow.step === 'review';
  const start = isChoosing ? (choices.time?.getTime() ?? null) : null;

  useEffect(() => {
    if (artist && serviceId && start !== null) keeper.choose({ artist, serviceId, start: new Date(start) });
    else keeper.choose(null);
  }, [keeper, artist, serviceId, start]);

  const names = useMemo(() => new Map(offer.artists.map(({ slug, name }) => [slug, name])), [offer]);
  const ideaOf = fixed ?? (artist === 'any' ? null : artist);
  const heldBy = hold.state.kind === 'held' ? (names.get(hold.state.artist) ?? null) : null;
  return {
    offer,
    choices,
    flow,
    hold,
    wanted: artist && serviceId ? { artist, serviceId } : null,
    zone,
    names,
    who: flow.artist && flow.artist !== 'any' ? flow.artist.name : heldBy,
    ideaAddress: linkTo('/idea', search, ideaOf ? { artist: ideaOf } : {}),
    choose,
    go: goOn,
    back: () => goBack(`${location.pathname}${writeChoices(search, stepBack(flow))}`),
    showDate,
    dateOf: useCallback((instant: Date) => dateIn(instant, zone), [zone]),
  };
}
