import { randomUUID } from 'node:crypto';
import type { Services } from '@atelier/runtime/services';
import { OPERATOR } from '@atelier/usecases/actor';
import { nextSlot } from '@atelier/usecases/booking/availability/next-slot';
import { submitBooking } from '@atelier/usecases/booking/request/submit-booking';
import { seeArtists } from '@atelier/usecases/booking/settings/see-artists';
import { answerBooking } from '@atelier/usecases/booking/step/answer-booking';
import { sendInquiry } from '@atelier/usecases/inquiry/client/send-inquiry';
import { expectDone } from '../../run.ts';

const DAY_MS = 86_400_000;

interface Wish {
  readonly artist: string;
  readonly service: string;
  readonly client: string;
  readonly days: number;
  readonly answers: Readonly<Record<string, string>>;
}

const ANSWERS = { placement: 'Left forearm', size: '12' };
const WISHES: readonly Wish[] = [
  { artist: 'lena', service: 'Medium', client: 'Nora Lindqvist', days: 4, answers: ANSWERS },
  { artist: 'marco', service: 'Large', client: 'Emil Baumann', days: 6, answers: ANSWERS },
  { artist: 'noa', service: 'Small', client: 'Aïcha Diallo', days: 3, answers: ANSWERS },
];
/** An appointment that was promised although a calendar could not be asked. */
const PROMISED: Wish = {
  artist: 'noa',
  service: 'Medium',
  client: 'Luca Bianchi',
  days: 8,
  answers: ANSWERS,
};

const IDEA =
  'Two swifts in flight above the collarbone, fine lines, no shading. I have an old drawing of my grandmother’s to work from.';

/** Clients who ask for times, one who was promised one, and one with an idea. */
export async function askForThings(services: Services): Promise<void> {
  for (const wish of WISHES) await request(services, wish);
  const promised = await request(services, PROMISED);
  if (promised) {
    const answer = { via: 'cli', unverified: true } as const;
    expectDone(await answerBooking(services.context, OPERATOR, promised, { action: 'confirm' }, answer));
  }
  const client = { name: 'Clara Fontaine', email: 'clara.fontaine@example.com' };
  const idea = {
    artist: 'lena',
    idea: IDEA,
    placement: 'Collarbone',
    size: '8 cm',
    style: 'Fine line',
    client,
  };
  expectDone(await sendInquiry({ ...services.context, origin: null }, idea, randomUUID()));
}

/** @returns its id; null where the artist has no time. */
async function request({ context }: Services, wish: Wish): Promise<string | null> {
  const artist = (await seeArtists(context, OPERATOR)).find(({ slug }) => slug === wish.artist);
  const service = artist?.services.find(({ name }) => name === wish.service);
  if (!service) return null;
  const asked = { artist: wish.artist, serviceId: service.id };
  const after = new Date(context.clock().getTime() + wish.days * DAY_MS);
  const slot = expectDone(await nextSlot(context, { ...asked, after }));
  if (!slot) return null;
  const email = `${wish.client
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@example.com`;
  const client = { name: wish.client, email };
  const booked = expectDone(
    await submitBooking(
      { ...context, origin: null },
      { ...asked, start: slot.start, client, answers: wish.answers },
      randomUUID(),
      'page',
    ),
  );
  return booked.kind === 'booked' ? booked.booking.id : null;
}
