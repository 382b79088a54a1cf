import { expect, test } from 'vitest';
import { ianaName, placeName } from './zone-name.ts';

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
  ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
  ['(GMT-05:00) Eastern Time (US & Canada)', 'America/New_York'],
  ['Eastern Time (US & Canada)', 'America/New_York'],
  ['(UTC-08:00) Pacific Time (US and Canada)', 'America/Los_Angeles'],
  ['(UTC-07:00) Mountain Time (US & Canada)', 'America/Denver'],
  ['(UTC-07:00) Arizona', 'America/Phoenix'],
  ['(UTC-03:30) Newfoundland', 'America/St_Johns'],
  ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
  ['(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', 'Europe/Brussels'],
  ['(UTC+00:00) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
  ['(UTC) Coordinated Universal Time', 'UTC'],
  ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Kolkata'],
  ['(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi', 'Asia/Shanghai'],
  ['(UTC+10:00) Canberra, Melbourne, Sydney', 'Australia/Sydney'],
  ['(UTC-03:00) Nowhere in particular', 'Etc/GMT+3'],
  ['Eastern', 'America/New_York'],
  ['Pacific', 'America/Los_Angeles'],
  ['W. Europe', 'Europe/Berlin'],
  ['Romance', 'Europe/Paris'],
  ['Tokyo', 'Asia/Tokyo'],
  ['US Mountain', 'America/Phoenix'],
  ['Eastern Daylight Time', 'America/New_York'],
  ['Central European Summer Time', 'Europe/Warsaw'],
  ['PST', 'America/Los_Angeles'],
  ['pdt', 'America/Los_Angeles'],
  ['CEST', 'Europe/Berlin'],
  ['MESZ', 'Europe/Berlin'],
  ['BST', 'Europe/London'],
  ['AEDT', 'Australia/Sydney'],
  ['Greenwich Mean Time', 'Europe/London'],
  ['GMT-0500', 'Etc/GMT+5'],
  ['GMT+1', 'Etc/GMT-1'],
  ['UTC+02:00', 'Etc/GMT-2'],
  ['UTC -3', 'Etc/GMT+3'],
  ['+02:00', 'Etc/GMT-2'],
  ['-0800', 'Etc/GMT+8'],
  ['UTC+00:00', 'UTC'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
])('T2 the name %s alone tells %s', (tzid, expected) => {
  expect(ianaName(tzid)).toBe(expected);
});

test.each([
  'EST',
  'MST',
  'HST',
  'CET',
  'EET',
  'MET',
  'WET',
  'EST5EDT',
  'GMT',
  'UTC',
  'Zulu',
  'Etc/GMT+5',
  'PST',
])('T2 %s names no place, so a file may define it', (tzid) => {
  expect(placeName(tzid)).toBeNull();
  expect(ianaName(tzid)).not.toBeNull();
});

test.each([
  'Customized Time Zone',
  'Mars/Olympus',
  'tzone://Microsoft/Custom',
  '+15:00',
  'IST',
  'Time',
  'Standard Time',
  '(UTC) ',
  '',
  'Berlin',
  'constructor',
  '__proto__',
  'x'.repeat(5_000),
])('T2 "%.40s" names no zone', (tzid) => {
  expect(ianaName(tzid)).toBeNull();
});
