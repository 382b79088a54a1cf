import { graphEvent } from '../event/graph-event.ts';
import { seriesText } from '../event/series-text.ts';

/**
 * What an event that lies at Microsoft says, without a request: of the sandbox's own view, instances, cancelled starts
 * and kept text included.
 */
export function outlookText(whole: Readonly<Record<string, unknown>>): string {
  const { exceptionOccurrences, cancelledStarts } = whole;
  const text = seriesText({
    master: graphEvent.parse(whole),
    exceptions: (exceptionOccurrences as unknown[] | undefined)?.map((one) => graphEvent.parse(one)) ?? [],
    cancelled: (cancelledStarts as string[]).map((at) => Temporal.Instant.from(at)),
  });
  if (typeof text !== 'string') throw new Error(text.why);
  return text;
}
