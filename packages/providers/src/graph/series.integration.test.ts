import { editEvent } from '@atelier/calendar/edit/edit-event';
import type { EditScope, EventPatch } from '@atelier/calendar/edit/text/event-fields';
import type { GraphSandboxOptions } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { describe, expect, test } from 'vitest';
import { DAILY, LUNCH, type Mailbox, mailbox } from './testing/mailbox.ts';

const EITHER_WAY: readonly (readonly [string, GraphSandboxOptions])[] = [
  ['as documented', {}],
  [
    'without masters, told deletions or dates of cancelled instances',
    { settings: { mastersInDelta: false, deletionsInDelta: false, cancelledIds: 'opaque' } },
  ],
];

const eventOf = ({ here }: Mailbox, href: string): string => here.mirror.objects.get(href)?.body ?? '';
const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

describe.each(EITHER_WAY)('Microsoft Graph, series: %s', (_, options) => {
  test('P5 T3 what was changed, moved or taken out in Outlook arrives as it is there', async () => {
    await using box = await mailbox(options);
    const { outlook, here } = box;
    const href = outlook.create(DAILY);
    outlook.patch(outlook.instance(href, '2026-07-08T10:00:00Z'), { subject: 'Stand-up with guests' });
    outlook.remove(outlook.instance(href, '2026-07-09T10:00:00Z'));
    await here.mirror.pull();
    const text = unfolded(eventOf(box, href));
    expect(text).toContain('RRULE:FREQ=DAILY;COUNT=10\r\n');
    expect(text).toContain('EXDATE;TZID=Europe/Berlin:20260709T120000\r\n');
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Berlin:20260708T120000\r\n');
    expect(text).toContain('SUMMARY:Stand-up with guests\r\n');
  });

  test('P5 an instance that is changed later makes its series be read again', async () => {
    await using box = await mailbox(options);
    const { outlook, here } = box;
    const href = outlook.create(DAILY);
    await here.mirror.pull();
    outlook.patch(outlook.instance(href, '2026-07-10T10:00:00Z'), { location: { displayName: 'Yard' } });
    const pulled = await here.mirror.pull();
    expect(pulled.changed).toEqual([href]);
    expect(eventOf(box, href)).toContain('LOCATION:Yard');
  });

  test('P4 an edit of one instance writes that instance, and its other fields stay Outlook’s', async () => {
    await using box = await mailbox(options);
    const { outlook, here } = box;
    const href = outlook.create({ ...DAILY, categories: ['Team'], location: { displayName: 'Room' } });
    await here.mirror.pull();
    const base = here.mirror.objects.get(href) ?? { etag: null, body: '' };
    const edited = changed(base.body, { summary: 'Only today' }, '2026-07-08T10:00:00Z');
    const stored = await here.put(href, edited, base);
    expect(stored).toMatchObject({ outcome: 'stored', href });
    await here.mirror.pull();
    expect(unfolded(eventOf(box, href))).toContain('SUMMARY:Only today');
    expect(here.mirror.objects.get(href)?.body).toBe(stored.outcome === 'stored' ? stored.body : '');
    expect(box.sandbox.complaints).toEqual(new Set());
  });

  test('P4 dates are taken out of a series, and taking one back in is refused in words', async () => {
    await using box = await mailbox(options);
    const { outlook, here } = box;
    const href = outlook.create(DAILY);
    await here.mirror.pull();
    const base = here.mirror.objects.get(href) ?? { etag: null, body: '' };
    const without = base.body.replace(
      'RRULE:FREQ=DAILY',
      'EXDATE;TZID=Europe/Berlin:20260709T120000\r\nRRULE:FREQ=DAILY',
    );
    const stored = await here.put(href, without, base);
    if (stored.outcome !== 'stored') throw new Error(JSON.stringify(stored));
    expect(await here.put(href, base.body, stored)).toMatchObject({
      outcome: 'refused',
      reason: 'invalid',
      message: expect.stringContaining('brings back a date'),
    });
  });

  test('P4 a series that is moved keeps what was changed of its dates', async () => {
    await using box = await mailbox(options);
    const { outlook, here } = box;
    const href = outlook.create(DAILY);
    outlook.patch(outlook.instance(href, '2026-07-08T10:00:00Z'), { subject: 'Special' });
    outlook.remove(outlook.instance(href, '2026-07-09T10:00:00Z'));
    await here.mirror.pull();
    const base = here.mirror.objects.get(href) ?? { etag: null, body: '' };
    const moved = base.body
      .replaceAll(':20260706T12', ':20260706T15')
      .replaceAll(':20260706T13', ':20260706T16')
      .replaceAll(':20260709T12', ':20260709T15')
      .replaceAll(':20260708T12', ':20260708T15')
      .replaceAll(':20260708T13', ':20260708T16');
    const stored = await here.put(href, moved, base);
    if (stored.outcome !== 'stored') throw new Error(JSON.stringify(stored));
    const text = unfolded(stored.body);
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260706T150000');
    expect(text).toContain('EXDATE;TZID=Europe/Berlin:20260709T150000');
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Berlin:20260708T150000');
    expect(text).toContain('SUMMARY:Special');
  });
});

describe('Microsoft Graph, what is written', () => {
  test('P4 only what an edit changed is sent', async () => {
    await using box = await mailbox();
    const { outlook, here } = box;
    const html = { contentType: 'html', content: '<html><body><b>Bring</b> cables</body></html>' };
    const href = outlook.create({ ...LUNCH, body: html, categories: ['Team'], importance: 'high' });
    await here.mirror.pull();
    const base = here.mirror.objects.get(href) ?? { etag: null, body: '' };
    box.sandbox.forget();
    await here.put(href, changed(base.body, { summary: 'Late lunch' }), base);
    expect(outlook.get(href)).toMatchObject({ subject: 'Late lunch', body: html, categories: ['Team'] });
    expect(box.sandbox.complaints).toEqual(new Set());
  });

  test('P6 no guest is written, and nothing that would be told to guests', async () => {
    await using box = await mailbox();
    const { outlook, here } = box;
    const guest = { type: 'required', emailAddress: { name: 'Bo', address: 'bo@x.example' } };
    const href = outlook.create({ ...LUNCH, attendees: [guest] });
    await here.mirror.pull();
    const base = here.mirror.objects.get(href) ?? { etag: null, body: '' };
    const refused = { outcome: 'refused', message: expect.stringContaining('write to its guests') };
    expect(await here.put(href, changed(base.body, { summary: 'Other' }), base)).toMatchObject(refused);
    expect(await here.remove(href, base)).toMatchObject(refused);
    const quiet = await here.put(href, changed(base.body, { alarms: [30] }), base);
    expect(quiet).toMatchObject({ outcome: 'stored' });
    const copy = base.body.replace(/UID:[^\r]*/, 'UID:copy@x');
    expect(await here.put(box.newHref('copy'), copy, null)).toMatchObject({ outcome: 'stored' });
    expect(box.sandbox.complaints).toEqual(new Set());
  });

  test('P4 the note of an online meeting is left alone', async () => {
    await using box = await mailbox();
    const { outlook, here } = box;
    const href = outlook.create({ ...LUNCH, isOnlineMeeting: true });
    await here.mirror.pull();
    const base = here.mirror.objects.get(href) ?? { etag: null, body: '' };
    expect(await here.put(href, changed(base.body, { summary: 'Call' }), base)).toMatchObject({
      outcome: 'stored',
    });
  });

  test.each([
    ['FREQ=HOURLY;COUNT=3', 'repeats within a day'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'several days of the month'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', 'not every month has'],
    ['FREQ=MONTHLY;BYDAY=5MO', 'no word for'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'weeks or days of the year'],
    ['FREQ=WEEKLY;BYDAY=TU', 'first date is not one'],
  ])('P4 %s is refused before anything is sent', async (rule, why) => {
    await using box = await mailbox();
    const text = created(`DTSTART:20260706T100000Z\r\nRRULE:${rule}`);
    box.sandbox.forget();
    expect(await box.here.put(box.newHref('odd'), text, null)).toMatchObject({
      outcome: 'refused',
      reason: 'invalid',
      message: expect.stringContaining(why),
    });
    expect(box.sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

function changed(text: string, patch: EventPatch, recurrenceId: string | null = null): string {
  const now = Temporal.Instant.from('2026-06-15T09:00:00Z');
  const scope: EditScope = recurrenceId === null ? { scope: 'all' } : { scope: 'this', recurrenceId };
  const result = editEvent(text, patch, scope, {
    zone: 'Europe/Berlin',
    now,
    newUid: 'split@x',
    invite: false,
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.text ?? '';
}

function created(lines: string): string {
  const head =
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:odd@x\r\nDTSTAMP:20260101T000000Z\r\n';
  return `${head}${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
}
