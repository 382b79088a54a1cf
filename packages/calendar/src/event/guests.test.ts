import { describe, expect, test } from 'vitest';
import { calendar, event, read } from '../testing/calendar-text.ts';

const OWNER = ['lea@studio.example', 'mailto:Lea.Tattoo@Cloud.example', '/principals/users/lea/'];

function isBusy(lines: readonly string[], owner: readonly string[] = OWNER): boolean | undefined {
  return read(calendar(event('DTSTART:20260302T100000Z', ...lines)), { owner }).occurrences[0]?.busy;
}

const guest = (address: string, parameters = ';PARTSTAT=DECLINED') => `ATTENDEE${parameters}:${address}`;
const CLIENT = guest('mailto:client@example.org');

describe('T4 what somebody else declined never frees time', () => {
  test.each([
    ['an own appointment whose only guest declined', ['ORGANIZER:mailto:lea@studio.example', CLIENT]],
    ['the same at another of the owner’s addresses', ['ORGANIZER:MAILTO:lea.tattoo@cloud.example', CLIENT]],
    ['an organizer named by EMAIL', ['ORGANIZER;EMAIL=lea@studio.example:urn:uuid:1', CLIENT]],
    ['nobody of ours in it', ['ORGANIZER:mailto:boss@example.org', CLIENT]],
    ['no organizer at all', [CLIENT]],
    ['the owner accepted', [guest('mailto:lea@studio.example', ';PARTSTAT=ACCEPTED'), CLIENT]],
    ['the owner has not answered', [guest('mailto:lea@studio.example', ''), CLIENT]],
    [
      'the owner declined at one address and accepted at another',
      [guest('mailto:lea@studio.example'), guest('mailto:lea.tattoo@cloud.example', ';PARTSTAT=ACCEPTED')],
    ],
    ['an address that only begins alike', [guest('mailto:lea@studio.example.org')]],
  ])('%s', (_, lines) => {
    expect(isBusy(lines)).toBe(true);
  });
});

describe('T4 what the owner declined is free', () => {
  test.each([
    ['as the only guest', [guest('mailto:lea@studio.example')]],
    ['in another case', [guest('MailTo:LEA@Studio.Example')]],
    ['without mailto', [guest('lea@studio.example')]],
    ['with a blank behind it', [guest('mailto: lea@studio.example')]],
    ['with percent signs', [guest('mailto:lea%40studio.example')]],
    ['by the path of their principal', [guest('/principals/users/lea/')]],
    ['by EMAIL', [guest('urn:uuid:1-2', ';EMAIL="lea@studio.example";PARTSTAT=DECLINED')]],
    ['with parameters in any order', [guest('mailto:lea@studio.example', ';PARTSTAT="declined";CN="a:b;c"')]],
    [
      'beside others who come',
      [guest('mailto:ann@example.org', ';PARTSTAT=ACCEPTED'), guest('mailto:lea@studio.example')],
    ],
    ['at both addresses', [guest('mailto:lea@studio.example'), guest('mailto:lea.tattoo@cloud.example')]],
  ])('%s', (_, lines) => {
    expect(isBusy(lines)).toBe(false);
  });

  test.each([1, 50, 51, 61, 400, 3_000])('as guest number %i', (place) => {
    const guests = Array.from({ length: place }, (_, index) =>
      guest(index === place - 1 ? 'mailto:lea@studio.example' : `mailto:g${index}@example.org`),
    );
    expect(isBusy(guests)).toBe(false);
  });
});

test('T4 who nobody can read may have any answer', () => {
  const lines = [CLIENT, `ATTENDEE;CN="${'x'.repeat(5_000)}":mailto:two@example.org`];
  const object = read(calendar(event('DTSTART:20260302T100000Z', ...lines)));
  expect(object.occurrences[0]?.busy).toBe(true);
  expect(object.flags).toEqual(['invalid-guest']);
});

test('T4 only where nobody knows the owner, an only guest is taken for them', () => {
  expect(isBusy(['ORGANIZER:mailto:boss@example.org', CLIENT], [])).toBe(false);
  expect(isBusy([CLIENT, guest('mailto:two@example.org')], [])).toBe(true);
});

test('T4 one instance that the owner declined is free, the others are not', () => {
  const series = read(
    calendar(
      event(
        'DTSTART:20260302T100000Z',
        'RRULE:FREQ=DAILY;COUNT=3',
        guest('mailto:lea@studio.example', ';PARTSTAT=ACCEPTED'),
      ),
      event('RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260303T100000Z', guest('mailto:lea@studio.example')),
    ),
    { owner: OWNER },
  );
  expect(series.occurrences.map(({ busy }) => busy)).toEqual([true, false, true]);
});
