import { addressOf } from '@atelier/providers/kinds';
import type { Actor } from '@atelier/usecases/actor';
import { addCalendar } from '@atelier/usecases/calendars/add-calendar';
import { type CalendarOverview, calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { removeCalendar } from '@atelier/usecases/calendars/remove-calendar';
import { setCalendar } from '@atelier/usecases/calendars/set-calendar';
import { connectAccount } from '@atelier/usecases/connections/connect-account';
import { listConnections } from '@atelier/usecases/connections/list-connections';
import { removeConnection } from '@atelier/usecases/connections/remove-connection';
import { renewPassword } from '@atelier/usecases/connections/renew-password';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { z } from 'zod';
import type { ApiServices } from '../../trpc/trpc.ts';
import { expectDone } from '../expect-done.ts';
import { RestError } from '../rest-error.ts';
import { route } from '../route.ts';
import { signedIn } from '../signed-in.ts';
import {
  type CalendarWish,
  calendar,
  calendarPatch,
  calendarWish,
  connectedAccount,
  connection,
} from './calendar-answers.ts';

const byId = z.object({ id: z.uuid() });
const base = { access: 'admin', limit: 'admin' } as const;
const CALENDARS = '/api/v1/admin/calendars';
const ONE = '/api/v1/admin/calendars/{id}';

const list = route({
  ...base,
  method: 'get',
  path: CALENDARS,
  summary: 'Connections, and calendars with the state of their synchronisation',
  status: 200,
  answer: z.object({ connections: z.array(connection), calendars: z.array(calendar) }),
  refuses: ['forbidden'],
  async run({ services, actor }) {
    const connections = expectDone(await listConnections(services, signedIn(actor)));
    return { connections, calendars: await calendarOverview(services, signedIn(actor)) };
  },
});

const see = route({
  ...base,
  method: 'get',
  path: ONE,
  summary: 'One calendar',
  params: byId,
  status: 200,
  answer: calendar,
  refuses: ['not_found'],
  run: ({ services, actor, params }) => calendarBy(services, signedIn(actor), params.id),
});

const add = route({
  ...base,
  method: 'post',
  path: CALENDARS,
  summary: 'Connect an account, or make a calendar of Atelier’s own',
  description: 'An account is tested first; nothing is stored when it does not answer.',
  body: calendarWish,
  status: 201,
  answer: connectedAccount,
  refuses: ['forbidden', 'not_found', 'conflict', 'provider'],
  run: ({ services, actor, body }) =>
    body.kind === 'own' ? addOwn(services, signedIn(actor), body) : connect(services, signedIn(actor), body),
});

async function connect(services: ApiServices, actor: Actor, wish: CalendarWish) {
  const { kind, username = '', password = '', name, owner: ownerEmail, select } = wish;
  if (kind === 'own') throw new TypeError('a calendar of Atelier’s own has no account');
  const url = addressOf(kind, wish.url) ?? '';
  const account = { kind, url, username, password, name, ownerEmail, select };
  return expectDone(await connectAccount(services, actor, account));
}

async function addOwn(services: ApiServices, actor: Actor, { name = '', owner = '', zone }: CalendarWish) {
  const added = expectDone(await addCalendar(services, actor, { name, owner, zone, kind: 'personal' }));
  const { id, color, readOnly, enabled: selected } = added;
  const one = { id, name: added.name, href: null, readOnly, color, selected };
  return { connectionId: null, calendars: [one] };
}

const change = route({
  ...base,
  method: 'put',
  path: ONE,
  summary: 'Change a calendar; or give a connection a new password',
  description:
    'With the id of a connection only `password` may be given: it is tested first, and stored when it works.',
  params: byId,
  body: calendarPatch,
  status: 200,
  answer: z.union([calendar, connection]),
  refuses: ['forbidden', 'not_found', 'provider'],
  async run({ services, actor: who, params: { id }, body: { password, ...patch } }) {
    const actor = signedIn(who);
    if (password === undefined) return expectDone(await setCalendar(services, actor, { id, ...patch }));
    expectDone(await renewPassword(services, actor, { connectionId: id, password }));
    const connections = expectDone(await listConnections(services, actor));
    return connections.find((one) => one.id === id) ?? notThere();
  },
});

const remove = route({
  ...base,
  method: 'delete',
  path: ONE,
  summary: 'Forget a connection with its calendars; no longer keep one in step; remove one of Atelier’s own',
  description:
    'Nothing is changed at the provider. A calendar of Atelier’s own has no other copy: with events in it `events=delete` must say that they go too; of a connection that receives bookings, `bookings=forget`.',
  params: byId,
  query: z.strictObject({
    events: z.literal('delete').optional(),
    bookings: z.literal('forget').optional(),
  }),
  status: 200,
  answer: z.object({ id: z.uuid(), outcome: z.enum(['forgotten', 'left-alone', 'removed']) }),
  refuses: ['forbidden', 'not_found', 'conflict'],
  async run({ services, actor: who, params: { id }, query: { events, bookings } }) {
    const actor = signedIn(who);
    const anyway = bookings === 'forget';
    const connections = expectDone(await listConnections(services, actor));
    if (connections.some((one) => one.id === id)) {
      expectDone(await removeConnection(services, actor, { connectionId: id, anyway }));
      return { id, outcome: 'forgotten' } as const;
    }
    const found = await calendarBy(services, actor, id);
    if (found.connectionId === null) {
      expectDone(await removeCalendar(services, actor, { id, withEvents: events === 'delete' }));
      return { id, outcome: 'removed' } as const;
    }
    expectDone(await setCalendar(services, actor, { id, enabled: false }));
    return { id, outcome: 'left-alone' } as const;
  },
});

async function calendarBy(services: ApiServices, actor: Actor, id: string): Promise<CalendarOverview> {
  const [found] = await calendarOverview(services, actor, { ids: [id] });
  return found ?? notThere();
}

function notThere(): never {
  throw new RestError('not_found', codedRefusal('no-calendar-or-connection'));
}

export const calendarRoutes = [list, see, add, change, remove];
