import type { StudioWords } from '@atelier/words/studio/en';
import { ruleInZone } from '../../agenda/event/read-rule.ts';
import { ruleWords } from '../../agenda/event/rule-words.ts';
import type { ConflictDetail } from '../../api/answers.ts';
import type { Formats } from '../../time/formats.ts';
import { spanWords, timesWords } from './iso-words.ts';

export type Group = ConflictDetail['differences'][number]['group'];

interface Writing {
  readonly words: StudioWords;
  readonly formats: Formats;
  /** IANA name; in which times are shown. */
  readonly zone: string;
}

/** What a version says in one field group, in the reader's words: a line for each thing. */
export function fieldWords(group: Group, text: string, writing: Writing): readonly string[] {
  const lines = text.split('\n');
  if (group === 'time') return lines.map((line) => timeLine(line, writing));
  if (group === 'status') return lines.map((line) => valueOf(writing.words.conflict.values, line) ?? line);
  if (group === 'people') return lines.map((line) => personLine(line, writing.words));
  if (group === 'rest') return lines.map((line) => restLine(line, writing));
  return lines;
}

function timeLine(line: string, { words, formats, zone }: Writing): string {
  if (/^\d{4}-/.test(line)) return spanWords(line, formats, zone);
  const [, name, told = ''] = /^(EXDATE|RDATE): (.*)$/.exec(line) ?? [];
  if (name) {
    const dates = formats.list(timesWords(told, formats, zone));
    return name === 'EXDATE' ? words.conflict.excluded({ dates }) : words.conflict.added({ dates });
  }
  return line.startsWith('FREQ=') ? ruleWords(ruleInZone(line, zone), words, formats) : line;
}

/** `Ann <ann@example.org> ACCEPTED`, or whoever has called it. */
function personLine(line: string, words: StudioWords): string {
  const organizer = /^ORGANIZER: (.*)$/.exec(line)?.[1];
  if (organizer !== undefined) return words.event.organizer({ name: organizer });
  const [, person, answer = ''] = /^(.*) ([A-Z-]+)$/.exec(line) ?? [];
  const said = valueOf(words.conflict.answers, answer);
  return person !== undefined && said !== null ? `${person}, ${said}` : line;
}

function restLine(line: string, { words, formats }: Writing): string {
  const alarm = /^VALARM: (\S*)/.exec(line);
  if (!alarm) return line;
  const [, days, hours, minutes] = /^-P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(alarm[1] ?? '') ?? [];
  const ahead = (Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0);
  return ahead > 0
    ? words.conflict.reminderBefore({ length: formats.length(ahead) })
    : words.conflict.reminder;
}

function valueOf(values: object, key: string): string | null {
  const found = Object.entries(values).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found : null;
}
