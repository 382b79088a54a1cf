import { contentLine } from '../text/content-line.ts';
import { plainText } from '../text/plain-text.ts';
import { parseSource, type SourceComponent } from '../text/source-document.ts';
import { type Alarms, alarmsOf } from './patch/alarms.ts';
import { linesNamed } from './text/component-lines.ts';
import { components } from './text/event-text.ts';

const MOST = 20;
const MAX_CATEGORY = 100;

/** What an event says that no occurrence needs: it is read when somebody opens the event. */
export interface BesideTimes {
  readonly alarms: Alarms;
  /** Each once, in file order; twenty at most. */
  readonly categories: readonly string[];
}

/** @param index of the VEVENT in the file; one that is not there says nothing */
export function besideTimes(source: string, index: number): BesideTimes {
  const [calendar] = parseSource(source).nodes.filter((node) => node.kind === 'component');
  const event = calendar && components(calendar, 'VEVENT')[index];
  return event
    ? { alarms: alarmsOf(event), categories: categoriesOf(event) }
    : { alarms: { minutes: [], others: 0 }, categories: [] };
}

/** Commas part them, and so do lines (RFC 5545, 3.8.1.2). */
function categoriesOf(event: SourceComponent): readonly string[] {
  const named = linesNamed(event, 'CATEGORIES')
    .flatMap(({ text }) => contentLine(text).value.match(/(?:\\.|[^,\\])+/g) ?? [])
    .map((written) => plainText(written.replace(/\\(.)/g, '$1'), MAX_CATEGORY).trim());
  return [...new Set(named.filter((name) => name !== ''))].slice(0, MOST);
}
