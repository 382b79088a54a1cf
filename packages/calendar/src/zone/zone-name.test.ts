import { expect, test } from 'vitest';
import { ianaName } from './zone-name.ts';

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/BERLIN', 'Europe/Berlin'],
  ['"Europe/Berlin"', 'Europe/Berlin'],
  [' Europe/Berlin ', 'Europe/Berlin'],
  ['/Europe/Berlin', 'Europe/Berlin'],
  ['/mozilla.org/20050126_1/Europe/Berlin', 'Europe/Berlin'],
  ['/citadel.org/20210210_1/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['/freeassociation.sourceforge.net/Tzfile/Europe/Paris', 'Europe/Paris'],
  ['/softwarestudio.org/Olson_20011030_5/America/New_York', 'America/New_York'],
  ['/example.org/UTC', 'UTC'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['Romance Standard Time', 'Europe/Paris'],
  ['UTC', 'UTC'],
  ['utc', 'UTC'],
  ['Z', 'UTC'],
  ['tzone://Microsoft/Utc', 'UTC'],
  ['US/Eastern', 'US/Eastern'],
  ['US/Pacific-New', 'America/Los_Angeles'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['Europe/Kyiv', 'Europe/Kyiv'],
  ['EST5EDT', 'EST5EDT'],
])('T2 case 48: %s is %s', (tzid, expected) => {
  expect(ianaName(tzid)).toBe(expected);
});

test.each([
  'Customized Time Zone',
  'Mars/Olympus',
  'tzone://Microsoft/Custom',
  '(UTC+01:00) Amsterdam, Berlin',
  '+02:00',
  '',
  'Berlin',
  'constructor',
  '__proto__',
  'x'.repeat(5_000),
])('T2 "%.40s" names no zone', (tzid) => {
  expect(ianaName(tzid)).toBeNull();
});
