import { plannedAt } from '../../edit/series/series-starts.ts';
import { firstLine } from '../../edit/text/component-lines.ts';
import { readPart, seriesWith } from '../../edit/text/event-text.ts';
import { instantOf, type Moment, momentOf } from '../../event/moment.ts';
import { startNamed } from '../../event/series/rule-starts.ts';
import type { Series } from '../../event/series/series.ts';
import { StepBudget } from '../../rule/step-budget.ts';
import type { SourceComponent } from '../../text/source-document.ts';
import { readTimes } from '../../text/time-property.ts';
import type { TimeValue } from '../../time/time-value.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';

/** As much as looking up one instance of a series may cost. */
const STEPS = 20_000;

/** Names the instances of a series, so that each has one name however a line writes it. */
export class SeriesInstants {
  readonly #master: SourceComponent | null;
  readonly #zones: ZoneResolver;
  readonly #first: Moment | null;
  #series: Series | null = null;

  /** `master` is null where there are only overrides. */
  constructor(master: SourceComponent | null, zones: ZoneResolver) {
    this.#master = master;
    this.#zones = zones;
    const start = master && firstLine(master, 'DTSTART');
    const [entry] = start ? readTimes(start.text).values : [];
    this.#first = entry ? momentOf(entry.time, zones) : null;
  }

  nameOf(time: TimeValue): string {
    const zones = this.#zones;
    const at = this.#first
      ? startNamed({ first: this.#first, zones }, time).at
      : instantOf(momentOf(time, zones));
    return String(at);
  }

  /** Whether DTSTART, the rule or an RDATE gives the instance of that name, excluded or not. */
  plans(name: string): boolean {
    if (!this.#master || !this.#first) return false;
    this.#series ??= seriesWith(readPart(this.#master, 0, this.#zones), [], this.#zones).series;
    try {
      return plannedAt(this.#series, Number(name), new StepBudget(STEPS)) !== null;
    } catch {
      // A rule too complex to follow: nobody can say that it gives the instance.
      return false;
    }
  }
}
