const LONG = 'x'.repeat(500_000);
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const at = ['UID:1@x.test', 'DTSTAMP:20260310T090000Z', 'DTSTART:20260310T090000Z', 'DTEND:20260310T100000Z'];
const people = [
  'ORGANIZER:mailto:evil@x.test',
  'ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ann@studio.test',
];

/** What stands between BEGIN:VCALENDAR and its end in invitations that want to run, to load, to flood or to stall. */
export const CALENDAR_VECTORS: readonly (readonly string[])[] = [
  event(...at, ...people, 'SUMMARY:<script>alert(1)</script>'),
  event(...at, ...people, 'SUMMARY:<img src=x onerror=alert(1)>', 'LOCATION:<img src="{sink}/location.png">'),
  event(...at, ...people, 'DESCRIPTION:<img src="{sink}/description.png"><script>alert(1)</script>'),
  event(...at, ...people, 'X-ALT-DESC;FMTTYPE=text/html:<img src="{sink}/alt.png">'),
  event(...at, ...people, 'URL:javascript:alert(1)', 'ATTACH:{sink}/attach'),
  event(...at, ...people, 'CONFERENCE;VALUE=URI:javascript:alert(1)', 'IMAGE;VALUE=URI:{sink}/image.png'),
  event(...at, 'ORGANIZER;CN="<script>alert(1)</script>":javascript:alert(1)', ...people.slice(1)),
  event(...at, 'ORGANIZER;CN=a;SENT-BY="mailto:b@x.test\r\nBcc: c":mailto:evil@x.test', ...people.slice(1)),
  event(...at, 'ORGANIZER:mailto:evil@x.test?bcc=victim@x.test&body=x', ...people.slice(1)),
  event(...at, 'ORGANIZER:mailto:evil@x.test%0D%0ABcc:victim@x.test', ...people.slice(1)),
  event(...at, ...people, ...Array.from({ length: 20_000 }, (_, n) => `ATTENDEE:mailto:r${n}@x.test`)),
  event(...at, ...people, 'RRULE:FREQ=SECONDLY'),
  event(...at, ...people, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
  event(...at, ...people, 'RRULE:FREQ=DAILY;COUNT=999999999', `EXDATE:${'20260310T090000Z,'.repeat(20_000)}`),
  event('UID:1@x.test', 'DTSTART:00000000T000000Z', 'DTEND:99999999T999999Z', ...people),
  event('UID:1@x.test', 'DTSTART;TZID=Nowhere/Land:20260310T090000', 'DURATION:P999999999W', ...people),
  event(...at, ...people, `SUMMARY:${LONG}`),
  event(...at, ...people, `UID:${LONG}`),
  event(...at, ...people, ...Array.from({ length: 50_000 }, () => 'X:y')),
  Array.from({ length: 5_000 }, (_, n) =>
    event(...at, `RECURRENCE-ID:20260310T0900${String(n % 60).padStart(2, '0')}Z`, ...people),
  ).flat(),
  Array.from({ length: 20_000 }, () => 'BEGIN:VEVENT'),
  [
    'BEGIN:VTIMEZONE',
    'TZID:X',
    ...Array.from({ length: 5_000 }, () => [
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+9999',
      'TZOFFSETTO:-9999',
      'RRULE:FREQ=SECONDLY',
      'END:STANDARD',
    ]).flat(),
    'END:VTIMEZONE',
    ...event(...at, ...people),
  ],
  ['BEGIN:VTODO', 'UID:1', 'END:VTODO'],
  [],
];
