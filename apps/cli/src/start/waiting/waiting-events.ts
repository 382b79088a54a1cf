import { STUDIO_ZONE } from '@atelier/testkit/demo-studio';
import { eventFile } from '@atelier/testkit/event-builder';
import { both, onMethod, onObject } from '@atelier/testkit/sandbox/faults/fault-match';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { setCalendar } from '@atelier/usecases/calendars/set-calendar';
import { editEvent } from '@atelier/usecases/events/edit-event';
import { listObjects } from '@atelier/usecases/events/list-objects';
import { expectDone } from '../../run.ts';
import type { WaitingDemo } from './waiting-demo.ts';

const USER = 'noa';
const CALENDAR = 'noa';
const ALL = { scope: 'all' } as const;
const REFUSAL = 'Events may not be moved out of the house.';

/** The same event changed here and by another app, and one that was changed here and deleted there. */
export async function provokeConflicts({ services, sandbox }: WaitingDemo): Promise<void> {
  const { context } = services;
  const { id: calendarId, objectNamed } = await calendarOf({ services, sandbox }, 'Noa Keller');
  expectDone(await setCalendar(context, OPERATOR, { id: calendarId, onConflict: 'ask' }));
  const disputed = sandbox.objects(USER, CALENDAR).get('noa-4.ics')?.body ?? '';
  const there = disputed
    .replace(/^SUMMARY:.*$/m, 'SUMMARY:Back piece\\, session 2 of 4 – Amara Osei')
    .replace(/^(DTSTART.*T)10(0000)\r$/m, '$113$2\r')
    .replace(/^(DTEND.*T)15(0000)\r$/m, '$118$2\r');
  sandbox.put(USER, CALENDAR, 'noa-4.ics', there);
  const day = Temporal.Now.plainDateISO(STUDIO_ZONE).add({ days: 2 });
  const at = (time: string) => ({ local: `${day.toString()}T${time}`, zone: STUDIO_ZONE });
  expectDone(
    await editEvent(context, OPERATOR, {
      id: objectNamed('noa-4.ics'),
      patch: {
        summary: 'Back piece (long session) – Amara Osei',
        start: at('11:00:00'),
        end: at('16:30:00'),
        location: 'Back room',
      },
      scope: ALL,
    }),
  );
  sandbox.remove(USER, CALENDAR, 'noa-6.ics');
  const patch = { description: 'Bring the reference photos.' };
  expectDone(await editEvent(context, OPERATOR, { id: objectNamed('noa-6.ics'), patch, scope: ALL }));
  await context.engine.runNow([calendarId], { full: false });
}

/** A change that the provider does not take. */
export async function refuseWrites({ services, sandbox }: WaitingDemo): Promise<void> {
  const { context } = services;
  const { id, objectNamed } = await calendarOf({ services, sandbox }, 'Noa Keller');
  const name = 'noa-7.ics';
  const match = both(onMethod('PUT'), onObject(name));
  sandbox.faults.add({ match, effect: { kind: 'status', status: 403, message: REFUSAL }, occurs: 'always' });
  const patch = { location: 'Guest studio, Bern' };
  expectDone(await editEvent(context, OPERATOR, { id: objectNamed(name), patch, scope: ALL }));
  await context.engine.runNow([id], { full: false });
}

/** A calendar from which nearly everything has gone at once. */
export async function holdRemovals({ services, sandbox }: WaitingDemo): Promise<void> {
  const { id } = await calendarOf({ services, sandbox }, 'Conventions');
  const names = [...sandbox.objects(USER, 'conventions').keys()];
  for (const name of names.slice(0, -2)) sandbox.remove(USER, 'conventions', name);
  await services.context.engine.runNow([id], { full: false });
}

/** Texts that nobody can read as they were meant. */
export function leaveOddTexts({ sandbox }: Pick<WaitingDemo, 'sandbox'>): void {
  const start = Temporal.Now.plainDateISO(STUDIO_ZONE)
    .add({ days: 9 })
    .toZonedDateTime({ timeZone: STUDIO_ZONE, plainTime: '17:00' });
  const text = eventFile({
    uid: 'odd@demo.atelier',
    summary: 'Life drawing evening',
    start,
    end: start.add({ hours: 2 }),
    rrule: 'FREQ=SOMETIMES;BYDAY=WE',
  });
  sandbox.put(USER, CALENDAR, 'odd.ics', text);
  sandbox.put(USER, CALENDAR, 'note from the old phone.ics', 'Call the supplier about needles\r\n');
}

async function calendarOf({ services: { context } }: WaitingDemo, name: string) {
  const calendar = (await calendarOverview(context, OPERATOR)).find((one) => one.name === name);
  if (!calendar) throw new Error(`the demo has no calendar ${name}`);
  const objects = expectDone(await listObjects(context, OPERATOR, calendar.id));
  const objectNamed = (file: string) => objects.find(({ href }) => href.endsWith(`/${file}`))?.id ?? '';
  return { id: calendar.id, objectNamed };
}
