import { type DaySpan, type DemoEvent, demoEvent, type Scene } from './demo-events.ts';
import type { EventText } from './event-builder.ts';
import type { SeededRandom } from './seeded-random.ts';

interface ArtistDays extends Scene {
  /** Days on which the artist is not there. */
  readonly busy: readonly DaySpan[];
  /** Whether a session is going on at the scene's time. */
  readonly running: boolean;
}

const WEEKS = 6;
const OPEN_MINUTE = 10 * 60;
const CLOSE_MINUTE = 18 * 60 + 30;

/** An artist's appointments, Tuesday to Saturday, six weeks to either side; they never overlap. */
export function artistDays(artist: ArtistDays): DemoEvent[] {
  const events: DemoEvent[] = [];
  const first = artist.today.subtract({ weeks: WEEKS });
  for (let offset = 0; offset <= 2 * 7 * WEEKS; offset++) {
    const date = first.add({ days: offset });
    if (date.equals(artist.today)) events.push(...todaysSessions(artist));
    else if (isWorked(artist, date)) events.push(...sessionsOf(artist, date, OPEN_MINUTE));
  }
  return events;
}

/** Tomorrow is always worked: a demo should have something to look forward to. */
function isWorked({ today, busy, random }: ArtistDays, date: Temporal.PlainDate): boolean {
  if (date.equals(today.add({ days: 1 }))) return true;
  const isAway = busy.some(
    ({ from, to }) =>
      Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0,
  );
  if (isAway || date.dayOfWeek === 1 || date.dayOfWeek === 7 || isFlashDay(date)) return false;
  // The far future is not booked out yet.
  return random.chance(Temporal.PlainDate.compare(date, today.add({ weeks: 2 })) > 0 ? 0.6 : 0.95);
}

/** The first Saturday of a month belongs to walk-ins. */
const isFlashDay = (date: Temporal.PlainDate): boolean => date.dayOfWeek === 6 && date.day <= 7;

/** One session that is running, one later; the running one is there at any hour, even after closing. */
function todaysSessions(artist: ArtistDays): DemoEvent[] {
  const now = artist.time.hour * 60 + artist.time.minute;
  const start = Math.max(0, Math.floor((now - 45) / 15) * 15);
  const end = Math.min(start + 120, 24 * 60);
  const running = artist.running ? [session(artist, artist.today, start, end)] : [];
  const next = artist.running ? end + 30 : Math.max(OPEN_MINUTE, start + 75);
  const later = next + 90 < 24 * 60 ? [session(artist, artist.today, next, next + 90)] : [];
  return [...running, ...later];
}

function sessionsOf(artist: ArtistDays, date: Temporal.PlainDate, from: number): DemoEvent[] {
  const events: DemoEvent[] = [];
  let minute = from + artist.random.pick([0, 0, 30, 60]);
  while (minute < CLOSE_MINUTE - 60) {
    const end = Math.min(minute + artist.random.pick([60, 90, 120, 150, 180, 240]), CLOSE_MINUTE);
    events.push(session(artist, date, minute, end));
    minute = end + artist.random.pick([30, 30, 60, 90]);
  }
  return events;
}

function session({ random, zone }: Scene, date: Temporal.PlainDate, from: number, to: number): DemoEvent {
  const midnight = date.toPlainDateTime();
  return demoEvent(random, {
    start: midnight.add({ minutes: from }).toZonedDateTime(zone),
    end: midnight.add({ minutes: to }).toZonedDateTime(zone),
    ...subjectOf(random),
  });
}

const CLIENTS = [
  'Camille Rossier',
  'Jonas Weber',
  'Aïcha B.',
  'Tom Fletcher',
  'Sofía Ramírez',
  'Noé Blanc',
  'Élodie Favre',
  'Ingrid Møller',
  'Luca Bianchi',
  'Maëlle D.',
  'Priya Nair',
  'Benjamin K.',
];

const PIECES = [
  'fine line, avant-bras',
  'cover-up épaule (séance 2/3)',
  'full sleeve – session 4/6',
  'lettrage, côtes',
  'dotwork mandala, nuque',
  'pivoine, cuisse',
  'blackwork calf, session 1',
  'portrait du chien, mollet',
  'retouche cheville',
  'small moon, wrist',
  'serpent, avant-bras → coude',
  'consultation pièce dorsale',
];

const NOTES = [
  'Acompte reçu (100 CHF).',
  'Deposit paid. Prefers mornings, brings own playlist.',
  'Peau sensible: prévoir pauses.\nRéférences par mail.',
  'Premier tatouage 🙂',
  'Allergic to latex: nitrile gloves only.',
];

function subjectOf(random: SeededRandom): Omit<EventText, 'uid' | 'start'> {
  return {
    summary: `${random.pick(CLIENTS)} – ${random.pick(PIECES)}`,
    location: random.pick(['Poste 1', 'Poste 2', 'Poste 3 (fenêtre)']),
    ...(random.chance(0.5) && { description: random.pick(NOTES) }),
    status: random.chance(0.12) ? 'TENTATIVE' : 'CONFIRMED',
    ...(random.chance(0.4) && { lines: ALARM }),
  };
}

const ALARM = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Rappel', 'TRIGGER:-PT15M', 'END:VALARM'];
