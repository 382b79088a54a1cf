import { type Start, startNamed } from '../../event/series/rule-starts.ts';
import type { Series } from '../../event/series/series.ts';
import type { SourceComponent } from '../../text/source-document.ts';
import type { TimeEntry } from '../../text/time-property.ts';
import { mapLines } from '../text/component-lines.ts';
import type { EventPart } from '../text/event-text.ts';
import { keepValues } from './move-exceptions.ts';

/** The master with the RDATE and EXDATE of the instances that `keep` takes. */
export function keepExceptions(
  event: SourceComponent,
  series: Series,
  keep: (start: Start) => boolean,
): SourceComponent {
  return mapLines(event, (line) => {
    if (line.name !== 'RDATE' && line.name !== 'EXDATE') return line;
    return keepValues(line, (entry) => keep(namedBy(series, entry)));
  });
}

function namedBy(series: Series, { time }: TimeEntry): Start {
  return startNamed(series, time);
}

/** The instance that an override stands for. */
export function overrideId({ source }: EventPart, series: Series): Start {
  return source.override ? startNamed(series, source.override.id) : { wall: Number.NaN, at: Number.NaN };
}
