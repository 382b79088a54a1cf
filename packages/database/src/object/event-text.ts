import type { EventComponent } from '@atelier/calendar/occurrence';
import { foldText } from '@atelier/calendar/text/fold-text';

/** Notes may be as long as a letter; nobody looks for what stands behind so many signs. */
const MOST_SIGNS = 4_000;

interface WithEvents {
  readonly id: string;
  readonly components: readonly EventComponent[];
}

/** What is searched of objects, as columns of `event_text`: a row for each of their components. */
export function textColumns(objects: readonly WithEvents[]) {
  const rows = objects.flatMap(({ id, components }) => components.map((event, n) => rowOf(id, event, n)));
  return {
    textObjects: rows.map(({ objectId }) => objectId),
    textComponents: rows.map(({ component }) => component),
    textPrivate: rows.map(({ secret }) => secret),
    texts: rows.map(({ words }) => words),
    textPlaces: rows.map(({ place }) => place),
    textPeople: rows.map(({ people }) => people),
  };
}

function rowOf(objectId: string, event: EventComponent, component: number) {
  const { summary, location, description, attendees, organizer, classification } = event;
  const place = folded([location]);
  const people = folded([organizer, ...attendees]);
  const words = [folded([summary]), place, people, folded([description])].join('\n').slice(0, MOST_SIGNS);
  return { objectId, component, secret: classification !== 'public', words, place, people };
}

/** PostgreSQL takes no NUL, and what is cut may end within a pair. */
function folded(texts: readonly (string | null)[]): string {
  return foldText(
    texts
      .filter((text) => text !== null)
      .join('\n')
      .slice(0, MOST_SIGNS),
  )
    .replaceAll('\0', '')
    .toWellFormed();
}
