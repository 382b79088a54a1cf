import type { Actor } from '@atelier/usecases/actor';
import { answerBooking } from '@atelier/usecases/booking/step/answer-booking';
import { seeBooking } from '@atelier/usecases/booking/view/see-booking';
import { z } from 'zod';
import { whole } from '../../input/instant.ts';
import type { ApiServices } from '../../trpc/trpc.ts';
import { expectDone } from '../expect-done.ts';
import { type RestRoute, route } from '../route.ts';
import { signedIn } from '../signed-in.ts';
import { studioBooking } from './booking-answers.ts';

const ACTIONS = {
  approve: ['confirm', 'Confirm a request'],
  decline: ['decline', 'Turn a request down'],
  cancel: ['cancel', 'Cancel a booking, or turn a request down'],
} as const;

const answer = z.strictObject({
  version: whole.optional(),
  message: z.string().max(4_000).nullish(),
});

/** Nobody confirms by mistake what could not be checked. */
const approval = answer.extend({
  unverified: z.boolean().optional().meta({
    description:
      'Confirm also while a calendar of the artist does not answer; without it the answer is 409 `unverified`.',
  }),
});

const byId = z.object({ id: z.uuid() });

const common = {
  access: 'admin',
  limit: 'admin',
  params: byId,
  status: 200,
  answer: studioBooking,
} as const;

/** Looking changes nothing, whoever or whatever follows the link (case 52); only POST acts. */
function bothWays(name: keyof typeof ACTIONS): readonly RestRoute[] {
  const [action, summary] = ACTIONS[name];
  const path = `/api/v1/admin/bookings/{id}/${name}` as const;
  return [
    route({
      ...common,
      method: 'get',
      path,
      summary: 'The booking; nothing is changed',
      refuses: ['not_found'],
      run: ({ services, actor, params }) => booking(services, signedIn(actor), params.id),
    }),
    route({
      ...common,
      method: 'post',
      path,
      summary,
      description:
        'With the `version` that was looked at, a booking that was changed meanwhile is left as it is.',
      body: action === 'confirm' ? approval : answer,
      refuses: action === 'confirm' ? ['not_found', 'conflict', 'unverified'] : ['not_found', 'conflict'],
      run: async ({ services, actor, params, body }) =>
        expectDone(
          await answerBooking(services, signedIn(actor), params.id, { action }, { via: 'api', ...body }),
        ),
    }),
  ];
}

async function booking(services: ApiServices, actor: Actor, id: string) {
  return expectDone(await seeBooking(services, actor, id));
}

export const studioBookingRoutes = [...bothWays('approve'), ...bothWays('decline'), ...bothWays('cancel')];
