import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readSentence } from './read-sentence.ts';

const NOW = Temporal.ZonedDateTime.from('2026-12-02T10:00[Europe/Zurich]');

interface Case {
  readonly sentence: string;
  readonly start: string;
  readonly end: string;
  readonly more: Readonly<Record<string, string>>;
}

function casesOf(file: string): readonly Case[] {
  const text = readFileSync(new URL(`testing/corpus/${file}.tsv`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('sentence\t'))
    .map((line) => {
      const [sentence = '', start = '', end = '', more = ''] = line.split('\t');
      const pairs = more
        .split('|')
        .filter(Boolean)
        .map((pair) => pair.split(/=(.*)/s) as [string, string]);
      return { sentence, start, end, more: Object.fromEntries(pairs.map(([name, value]) => [name, value])) };
    });
}

const lastDay = (date: string) => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();

describe.each(['en', 'fr'] as const)('what people say in %s', (language) => {
  test.each(
    ['', '-later', '-ranges']
      .flatMap((suffix) => casesOf(`${language}${suffix}`))
      .map((it) => [it.sentence, it] as const),
  )('%s', (sentence, { start, end, more }) => {
    const event = readSentence(sentence, { language, now: NOW });
    const said = {
      start: event.start.replace('T', ' '),
      end: event.allDay ? lastDay(event.end) : event.end.replace('T', ' '),
      title: event.title,
      rrule: event.rrule ?? '',
      place: event.location ?? '',
      people: event.people.join(),
    };
    const wanted = { start, ...(end ? { end } : {}), ...more };
    expect(said).toMatchObject(wanted);
  });
});
