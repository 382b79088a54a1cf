import { artistDays } from './demo-appointments.ts';
import { closures, type DemoEvent, lenaExtras, marcoExtras } from './demo-events.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { SandboxCalendar } from './sandbox/store-handle.ts';
import { seededRandom } from './seeded-random.ts';

export interface DemoOptions {
  /** The day around which everything happens, in the studio's zone. */
  readonly today: Temporal.PlainDate;
  /** Wall time in the studio: what is running just then. */
  readonly time?: Temporal.PlainTime;
  /** The same seed and day give the same events under the same names. */
  readonly seed?: number;
  readonly password?: string;
}

export interface DemoUser {
  readonly name: string;
  readonly displayName: string;
  readonly password: string;
  readonly calendars: readonly SandboxCalendar[];
}

export interface DemoStudio {
  readonly zone: string;
  readonly users: readonly DemoUser[];
}

export const STUDIO_ZONE = 'Europe/Zurich';

interface DemoCalendar {
  readonly calendar: SandboxCalendar;
  readonly events: readonly DemoEvent[];
}

/** Fills a sandbox with "Studio Encre": two artists, five calendars, some weeks to either side of today. */
export function fillDemo(sandbox: Sandbox, options: DemoOptions): DemoStudio {
  const password = options.password ?? 'encre';
  const people = [
    { name: 'lena', displayName: 'Léna Moretti', filled: lenaCalendars(options) },
    { name: 'marco', displayName: 'Marco Weiss', filled: marcoCalendars(options) },
  ];
  const users = people.map(({ name, displayName, filled }): DemoUser => {
    sandbox.addUser(name, password, displayName);
    for (const { calendar, events } of filled) {
      sandbox.addCalendar(name, calendar);
      for (const event of events) sandbox.put(name, calendar.uri, event.name, event.ics);
    }
    return { name, displayName, password, calendars: filled.map(({ calendar }) => calendar) };
  });
  return { zone: STUDIO_ZONE, users };
}

const calendarOf = (settings: SandboxCalendar, events: readonly DemoEvent[]): DemoCalendar => ({
  calendar: { zone: STUDIO_ZONE, ...settings },
  events,
});

function lenaCalendars(options: DemoOptions): DemoCalendar[] {
  const scene = sceneOf(options, 1);
  const extras = lenaExtras(scene);
  return [
    calendarOf({ uri: 'rendez-vous', name: 'Rendez-vous Léna', color: '#D6336C' }, [
      ...artistDays({ ...scene, busy: extras.away, running: true }),
      ...extras.work,
    ]),
    calendarOf({ uri: 'perso', name: 'Perso', color: '#7048E8' }, extras.personal),
    calendarOf(
      { uri: 'fermetures', name: 'Fermetures / closures', color: '#868E96', readOnly: true },
      closures(scene),
    ),
  ];
}

function marcoCalendars(options: DemoOptions): DemoCalendar[] {
  const scene = sceneOf(options, 2);
  const extras = marcoExtras(scene);
  return [
    calendarOf({ uri: 'bookings', name: 'Marco – bookings', color: '#1C7ED6' }, [
      ...artistDays({ ...scene, busy: extras.away, running: false }),
      ...extras.work,
    ]),
    calendarOf({ uri: 'guest-spots', name: 'Guest spots & travel', color: '#F08C00' }, extras.travel),
  ];
}

const sceneOf = ({ today, time, seed = 1 }: DemoOptions, person: number) => ({
  today,
  time: time ?? Temporal.PlainTime.from('14:20'),
  zone: STUDIO_ZONE,
  random: seededRandom(seed * 100 + person),
});
