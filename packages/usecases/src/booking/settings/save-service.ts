import {
  listServices,
  type ServiceRow,
  saveService as storeService,
} from '@atelier/database/booking/service-store';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readGiven, readLine, readText } from '../../typed-text.ts';
import { announceOffer } from './announce-offer.ts';
import { ownArtist } from './own-artist.ts';
import { readQuestions, type TypedQuestion } from './service-questions.ts';
import { type Bounds, wrongNumber } from './whole-number.ts';

type Fields = Omit<ServiceRow, 'id' | 'artistId' | 'questions'>;

/** Left out: as it is, or as a new service begins. */
export type ServiceFields = { readonly [Field in keyof Fields]?: Fields[Field] | undefined } & {
  readonly questions?: readonly TypedQuestion[] | undefined;
};

export type SaveService = ServiceFields & {
  /** Slug. */
  readonly artist: string;
  /** Left out: a new one, which needs a name and a length. */
  readonly id?: string | undefined;
};

const BEGINS = {
  name: '',
  description: '',
  minutes: 0,
  bufferBefore: 0,
  bufferAfter: 0,
  price: '',
  deposit: '',
  autoConfirm: null,
  noticeMinutes: null,
  needsChair: false,
  questions: [],
  active: true,
  position: 0,
} as const satisfies Omit<ServiceRow, 'id' | 'artistId'>;

const LINES = {
  name: { field: 'service', most: 120, needed: true },
  price: { field: 'price', most: 200 },
  deposit: { field: 'deposit', most: 200 },
} as const;

const TEXTS = { description: { field: 'description', most: 2_000 } } as const;

const BOUNDS = {
  minutes: [1, 10_080, 'length'],
  bufferBefore: [0, 1_440, 'buffer'],
  bufferAfter: [0, 1_440, 'buffer'],
  noticeMinutes: [0, 525_600, 'notice'],
  position: [0, 10_000, 'position'],
} as const satisfies Partial<Record<keyof ServiceFields, Bounds>>;

/** What an artist offers. `active: false` retires it: bookings keep what they were made with. */
export async function saveService(
  context: Context,
  actor: Actor,
  { artist: slug, id, ...given }: SaveService,
): Promise<Outcome<ServiceRow>> {
  const artist = await ownArtist(context, actor, slug);
  if (!artist.ok) return artist;
  const [before] = id === undefined ? [] : await listServices(context.database, { ids: [id] });
  if (id !== undefined && before?.artistId !== artist.value.id) return refusedFor('not-found', 'no-service');
  const base = before ?? { ...BEGINS, id: context.newId(), artistId: artist.value.id };
  const service = readService(context, base, given);
  if (!service.ok) return service;
  await transact(context.database, async (transaction) => {
    await storeService(transaction, service.value);
    announceOffer(transaction, artist.value.id);
  });
  return service;
}

function readService({ newId }: Context, base: ServiceRow, given: ServiceFields): Outcome<ServiceRow> {
  const { questions, ...fields } = given;
  const next = { ...base, ...said(fields) };
  const lines = readGiven<ServiceRow>(next, LINES, readLine);
  if (!lines.ok) return lines;
  const texts = readGiven<ServiceRow>(next, TEXTS, readText);
  if (!texts.ok) return texts;
  const wrong = wrongNumber(next, BOUNDS);
  if (wrong) return wrong;
  const asked = questions === undefined ? done(base.questions) : readQuestions(newId, questions);
  return asked.ok ? done({ ...next, ...lines.value, ...texts.value, questions: asked.value }) : asked;
}

/** Without what was left out. */
function said(fields: Omit<ServiceFields, 'questions'>): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
