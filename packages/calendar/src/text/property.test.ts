import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { parameter, readProperty, textOf } from './property.ts';

const LINES = [
  'SUMMARY:One',
  'SUMMARY:',
  'SUMMARY;LANGUAGE=de:Grüße\\, bitte\\; so\\nund \\\\ so',
  'summary:a "quoted" : text',
  'DESCRIPTION;ALTREP="cid:part@example.org":Long',
  'LOCATION:Back\\room',
  'URL:https://example.org/a?b=c;d,e\\f',
  'ATTENDEE;CN=Ann;PARTSTAT=DECLINED:mailto:ann@example.org',
  'ATTENDEE;CN="Ann: the one; really, she";RSVP=TRUE:mailto:ann@example.org',
  "ORGANIZER;CN=Ann ^'Pen^' Lee^n2 ^^:mailto:ann@example.org",
  'ATTENDEE;EMAIL="ann@example.org";partstat=declined:urn:uuid:1-2-3',
  'UID:one\\,two@example.org',
];

test.each(LINES)('S6 %s is read as another reader does', (line) => {
  const [, parameters, , value] = ICAL.parse.property(line) as [
    string,
    Record<string, string>,
    string,
    string,
  ];
  const property = readProperty(line);
  expect(textOf(property)).toBe(value);
  for (const name of ['cn', 'partstat', 'email', 'rsvp', 'language']) {
    expect(property && parameter(property, name)).toBe(parameters[name] ?? null);
  }
});

test.each(['', 'nothing', ':value', 'BAD NAME:x', `X;P=${'y'.repeat(5_000)}:z`])(
  '"%.20s" is no property',
  (line) => {
    expect(readProperty(line)).toBeNull();
  },
);
