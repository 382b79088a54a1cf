import { type EventText, eventFile, type OverrideText } from './event-builder.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface DemoEvent {
  /** File name. */
  readonly name: string;
  readonly ics: string;
}

/** When and where the demo plays. */
export interface Scene {
  readonly today: Temporal.PlainDate;
  readonly time: Temporal.PlainTime;
  readonly zone: string;
  readonly random: SeededRandom;
}

/** Both ends included. */
export interface DaySpan {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export function demoEvent(
  random: SeededRandom,
  event: Omit<EventText, 'uid'>,
  overrides: readonly OverrideText[] = [],
): DemoEvent {
  const uid = random.uuid();
  return { name: `${uid}.ics`, ics: eventFile({ uid, ...event }, overrides) };
}

const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY] = [1, 2, 3, 4, 5, 6, 7] as const;

/** The first such weekday on or after a date. */
const nextWeekday = (from: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });

const at = (
  scene: Scene,
  date: Temporal.PlainDate,
  time: string,
  zone = scene.zone,
): Temporal.ZonedDateTime =>
  date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });

const allDay = (
  random: SeededRandom,
  summary: string,
  { from, to }: DaySpan,
  more: Partial<EventText> = {},
) => demoEvent(random, { summary, start: from, end: to.add({ days: 1 }), ...more });

/** Léna: the team's series, her classes, a holiday, and a private life. */
export function lenaExtras(scene: Scene) {
  const { today, random } = scene;
  const convention = span(nextWeekday(today.add({ days: 12 }), FRIDAY), 2);
  const holiday = span(nextWeekday(today.add({ weeks: 4 }), MONDAY), 5);
  const dentist = at(scene, today.add({ days: 6 }), '08:15');
  return {
    away: [convention, holiday],
    work: [
      teamMeeting(scene),
      consultations(scene),
      flashDay(scene),
      allDay(random, 'Convention tattoo de Montreux – stand B12', convention, {
        location: '2m2c, Montreux',
        description: 'Amener les flashs, la lampe et le terminal de paiement.',
      }),
    ],
    personal: [
      allDay(random, 'Vacances – Lisbonne 🌞', holiday),
      lifeDrawing(scene),
      demoEvent(random, { summary: 'Dentiste', start: dentist, duration: 'PT45M', location: 'Dr. Rochat' }),
      demoEvent(random, {
        summary: 'Anniversaire de maman',
        start: today.add({ days: 3 }),
        rrule: 'FREQ=YEARLY',
        transparent: true,
      }),
    ],
  };
}

/** Marco: a guest spot in New York with its own wall clock, and a weekly call with Tokyo. */
export function marcoExtras(scene: Scene) {
  const { today, random } = scene;
  const monday = nextWeekday(today.add({ weeks: 3 }), MONDAY);
  const trip = span(monday, 4);
  const sessions = [1, 2, 3].map((day) => {
    const start = at(scene, monday.add({ days: day }), '11:00', 'America/New_York');
    return demoEvent(random, {
      summary: `Guest spot NYC – day ${day}`,
      start,
      end: start.add({ hours: 6 }),
      location: 'Bowery Ink, 211 Bowery, New York',
      status: 'CONFIRMED',
    });
  });
  return {
    away: [trip],
    work: [touchUps(scene)],
    travel: [allDay(random, 'New York 🗽', trip, { transparent: true }), ...sessions, tokyoCall(scene)],
  };
}

const span = (from: Temporal.PlainDate, days: number): DaySpan => ({
  from,
  to: from.add({ days: days - 1 }),
});

/** Weekly, with one cancelled and one moved instance. */
function teamMeeting(scene: Scene): DemoEvent {
  const start = at(scene, nextWeekday(scene.today.subtract({ weeks: 10 }), MONDAY), '09:00');
  const moved = start.add({ weeks: 11 });
  return demoEvent(
    scene.random,
    {
      summary: 'Réunion d’équipe / team meeting',
      start,
      end: start.add({ minutes: 45 }),
      rrule: 'FREQ=WEEKLY;BYDAY=MO',
      exdates: [start.add({ weeks: 9 }), start.add({ weeks: 13 })],
      location: 'Arrière-boutique',
    },
    [
      {
        recurrenceId: moved,
        start: moved.add({ hours: 2 }),
        end: moved.add({ hours: 3 }),
        summary: 'Réunion d’équipe – inventaire (déplacée)',
        location: 'Arrière-boutique',
      },
    ],
  );
}

function consultations(scene: Scene): DemoEvent {
  const start = at(scene, nextWeekday(scene.today.subtract({ weeks: 8 }), THURSDAY), '18:30');
  return demoEvent(scene.random, {
    summary: 'Consultations libres / walk-in consultations',
    start,
    end: start.add({ minutes: 90 }),
    rrule: 'FREQ=WEEKLY;BYDAY=TH',
    exdates: [start.add({ weeks: 8 })],
    description: 'Sans rendez-vous. First come, first served.',
  });
}

function flashDay(scene: Scene): DemoEvent {
  const month = scene.today.subtract({ months: 4 }).with({ day: 1 });
  const start = at(scene, nextWeekday(month, SATURDAY), '11:00');
  return demoEvent(scene.random, {
    summary: 'Flash day ⚡ (premier samedi du mois)',
    start,
    end: start.add({ hours: 7 }),
    rrule: 'FREQ=MONTHLY;BYDAY=1SA',
    lines: ['CATEGORIES:FLASH'],
  });
}

function lifeDrawing(scene: Scene): DemoEvent {
  const start = at(scene, nextWeekday(scene.today.subtract({ weeks: 6 }), WEDNESDAY), '19:30');
  return demoEvent(scene.random, {
    summary: 'Cours de modèle vivant',
    start,
    end: start.add({ hours: 2 }),
    rrule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=14',
    location: 'HEAD, Genève',
  });
}

function touchUps(scene: Scene): DemoEvent {
  const start = at(scene, nextWeekday(scene.today.subtract({ weeks: 9 }), WEDNESDAY), '09:00');
  return demoEvent(scene.random, {
    summary: 'Touch-ups (retouches)',
    start,
    end: start.add({ minutes: 60 }),
    rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
  });
}

function tokyoCall(scene: Scene): DemoEvent {
  const start = at(scene, nextWeekday(scene.today.subtract({ weeks: 3 }), TUESDAY), '16:00', 'Asia/Tokyo');
  return demoEvent(scene.random, {
    summary: 'Call with Hiro (Tokyo) – 打ち合わせ',
    start,
    end: start.add({ minutes: 30 }),
    rrule: 'FREQ=WEEKLY;BYDAY=TU',
  });
}

/** The read-only calendar of the house. */
export function closures(scene: Scene): DemoEvent[] {
  const { today, random } = scene;
  const yearly = (summary: string, monthDay: string) =>
    demoEvent(random, {
      summary,
      start: Temporal.PlainDate.from(`${today.year - 1}-${monthDay}`),
      rrule: 'FREQ=YEARLY',
    });
  return [
    yearly('Fermé – Nouvel An', '01-01'),
    yearly('Fermé – Fête nationale', '08-01'),
    yearly('Fermé – Noël', '12-25'),
    yearly('Fermé – Saint-Sylvestre', '12-31'),
    allDay(random, 'Fermé – travaux de peinture', span(nextWeekday(today.add({ weeks: 2 }), SUNDAY), 2)),
    demoEvent(random, {
      summary: 'Nettoyage de l’autoclave / autoclave service',
      start: at(scene, nextWeekday(today.add({ days: 2 }), MONDAY), '13:00'),
      duration: 'PT2H',
      rrule: 'FREQ=MONTHLY;COUNT=6',
    }),
  ];
}
