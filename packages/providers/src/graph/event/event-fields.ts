import { contentLine, parameterText } from '@atelier/calendar/text/content-line';
import { readProperty } from '@atelier/calendar/text/property';
import { parseDuration } from '@atelier/calendar/time/duration';
import type { EventRow } from '../../rows/series-rows.ts';
import { type NoRecurrence, recurrenceOfRule } from '../rule/recurrence-of-rule.ts';
import { plain } from './event-lines.ts';
import type { GraphFields, Importance, PatternedRecurrence, Sensitivity, ShowAs } from './graph-event.ts';
import { graphTime } from './graph-time.ts';
import { htmlText } from './html-text.ts';

/** What Graph cannot be told of an event. */
export type Unsayable = NoRecurrence | 'floating' | 'several-rules' | 'added-dates' | 'excluding-rule';

export type FieldsResult =
  | { readonly ok: true; readonly fields: GraphFields }
  | { readonly ok: false; readonly why: Unsayable };

/** The fields of a row; `recurs` false for an instance of a series, which has no rule of its own. */
export function fieldsOf(row: EventRow): FieldsResult {
  const lines = new RowLines(row.lines);
  if (row.start.kind === 'floating') return { ok: false, why: 'floating' };
  if (lines.has('RDATE')) return { ok: false, why: 'added-dates' };
  if (lines.has('EXRULE')) return { ok: false, why: 'excluding-rule' };
  const recurrence = recurrenceIn(lines, row);
  if (typeof recurrence === 'string') return { ok: false, why: recurrence };
  const minutes = lines.reminder();
  const fields = {
    subject: lines.text('SUMMARY'),
    body: bodyOf(lines),
    start: graphTime(row.start),
    end: graphTime(row.end),
    isAllDay: row.start.kind === 'date',
    location: { displayName: lines.text('LOCATION') },
    showAs: showAsOf(lines),
    sensitivity: sensitivityOf(lines),
    importance: importanceOf(lines),
    categories: lines.list('CATEGORIES'),
    isReminderOn: minutes !== null,
    reminderMinutesBeforeStart: minutes,
    recurrence,
  };
  return { ok: true, fields };
}

function recurrenceIn(lines: RowLines, row: EventRow): PatternedRecurrence | Unsayable | null {
  const rules = lines.raw('RRULE');
  const [rule] = rules;
  if (rule === undefined) return null;
  return rules.length > 1 ? 'several-rules' : recurrenceOfRule(rule, row.start);
}

/** HTML only where it still says what the note says: an edit of the note leaves its old HTML behind. */
function bodyOf(lines: RowLines): GraphFields['body'] {
  const text = lines.text('DESCRIPTION');
  const html = lines.html();
  if (html !== null && htmlText(html) === plain(text)) return { contentType: 'html', content: html };
  return { contentType: 'text', content: plain(text) };
}

/** Outlook's own word where TRANSP leaves it open; free, by whichever of both says so. */
function showAsOf(lines: RowLines): ShowAs {
  const outlook = lines.word('X-MICROSOFT-CDO-BUSYSTATUS');
  if (outlook === 'WORKINGELSEWHERE') return 'workingElsewhere';
  if (lines.word('TRANSP') === 'TRANSPARENT' || outlook === 'FREE') return 'free';
  if (outlook === 'OOF') return 'oof';
  return outlook === 'TENTATIVE' || lines.word('STATUS') === 'TENTATIVE' ? 'tentative' : 'busy';
}

function sensitivityOf(lines: RowLines): Sensitivity {
  switch (lines.word('CLASS')) {
    case '':
    case 'PUBLIC':
      return 'normal';
    case 'CONFIDENTIAL':
      return 'confidential';
    default:
      return lines.word('X-ATELIER-SENSITIVITY') === 'PERSONAL' ? 'personal' : 'private';
  }
}

function importanceOf(lines: RowLines): Importance {
  const priority = Number(lines.word('PRIORITY') || 0);
  if (priority >= 1 && priority <= 4) return 'high';
  return priority >= 6 && priority <= 9 ? 'low' : 'normal';
}

/** The lines of a row by name; those of its alarms apart. */
class RowLines {
  readonly #own: readonly string[];
  readonly #alarms: readonly (readonly string[])[];

  constructor(lines: readonly string[]) {
    const own: string[] = [];
    const alarms: string[][] = [];
    let depth = 0;
    for (const line of lines) {
      if (/^END:/i.test(line)) depth -= 1;
      else if (/^BEGIN:VALARM$/i.test(line) && depth === 0) alarms.push([]);
      else if (depth === 0 && !/^BEGIN:/i.test(line)) own.push(line);
      else alarms.at(-1)?.push(line);
      if (/^BEGIN:/i.test(line)) depth += 1;
    }
    this.#own = own;
    this.#alarms = alarms;
  }

  #named(name: string, lines = this.#own): readonly string[] {
    return lines.filter((line) => contentLine(line).name.toUpperCase() === name);
  }

  has(name: string): boolean {
    return this.#named(name).length > 0;
  }

  raw(name: string): readonly string[] {
    return this.#named(name).map((line) => contentLine(line).value.trim());
  }

  word(name: string): string {
    return this.raw(name)[0]?.toUpperCase() ?? '';
  }

  text(name: string): string {
    const [line] = this.#named(name);
    return line === undefined ? '' : (readProperty(line)?.value ?? '');
  }

  /** Values that are separated by commas, over all lines of the name; each once. */
  list(name: string): readonly string[] {
    const values = this.raw(name).flatMap((raw) => raw.match(/(?:\\.|[^,\\])+/g) ?? []);
    return [...new Set(values.map((value) => (readProperty(`${name}:${value}`)?.value ?? '').trim()))].filter(
      (value) => value !== '',
    );
  }

  html(): string | null {
    const line = this.#named('X-ALT-DESC').find(
      (one) => parameterText(contentLine(one), 'FMTTYPE')?.toLowerCase() === 'text/html',
    );
    return line === undefined ? null : unescaped(contentLine(line).value);
  }

  /** Minutes before the start of the alarm that rings first; null without one that Graph could keep. */
  reminder(): number | null {
    const minutes = this.#alarms.map((alarm) => this.#minutesOf(alarm)).filter((one) => one !== null);
    return minutes.length === 0 ? null : Math.max(...minutes);
  }

  #minutesOf(alarm: readonly string[]): number | null {
    const [action = ''] = this.#named('ACTION', alarm);
    const [trigger] = this.#named('TRIGGER', alarm);
    if (trigger === undefined || !/^ACTION:(DISPLAY|AUDIO)$/i.test(action.trim())) return null;
    const line = contentLine(trigger);
    const related = parameterText(line, 'RELATED')?.toUpperCase() ?? 'START';
    const [, sign = '', length = ''] = /^([+-]?)(P.+)$/i.exec(line.value.trim()) ?? [];
    const duration = related === 'START' ? parseDuration(length) : null;
    if (!duration) return null;
    const minutes = duration.days * 1_440 + duration.ms / 60_000;
    if (!Number.isInteger(minutes)) return null;
    return sign === '-' || minutes === 0 ? minutes : -minutes;
  }
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}
