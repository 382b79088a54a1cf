import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { expectFineAtWidths } from './accessible.ts';
import {
  connectMailbox,
  type MailServers,
  messageRow,
  NEXT_LOOK_MS,
  startMailServers,
} from './mail-servers.ts';
import { expect, NEIGHBOURS, signIn, test, toast } from './studio.ts';

test.use({ environment: NEIGHBOURS });
test.skip(!dovecotInstalled, 'Dovecot is not installed');
test.describe.configure({ mode: 'serial' });

let servers: MailServers;

test.beforeAll(async () => {
  servers = await startMailServers();
});
test.afterAll(() => servers[Symbol.asyncDispose]());

const PHONE = { width: 390, height: 844 };

interface Asked {
  readonly method?: string;
  readonly sequence?: number;
  readonly hour?: number;
  readonly from?: string;
}

function invitation({ method = 'REQUEST', sequence = 0, hour = 13, from = 'Max <max@x.test>' }: Asked) {
  return {
    from,
    subject: `Meeting ${method} ${sequence} ${from.slice(0, 3)}`,
    type: `text/calendar; method=${method}`,
    text: [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `METHOD:${method}`,
      'BEGIN:VEVENT',
      'UID:meeting@x.test',
      `SEQUENCE:${sequence}`,
      `DTSTAMP:2026030${sequence + 1}T090000Z`,
      `DTSTART;TZID=Europe/Zurich:20270312T${hour}0000`,
      `DTEND;TZID=Europe/Zurich:20270312T${hour + 1}0000`,
      'SUMMARY:Talk about the sleeve',
      'LOCATION:Café du Nord',
      'ORGANIZER;CN=Max Frisch:mailto:max@x.test',
      'ATTENDEE;CN=Ann;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ann@studio.test',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
  };
}

test('M10 an invitation accepted on a phone is in the agenda, and the organizer is told once', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/mail');
  await connectMailbox(page, servers);
  await servers.arrive(invitation({}));
  await page.setViewportSize(PHONE);
  await messageRow(page, /Meeting REQUEST 0/).click({ timeout: NEXT_LOOK_MS });
  const card = page.getByRole('region', { name: 'Invitation' });
  await expect(card.getByText('Max Frisch invites you')).toBeVisible();
  await expect(card.getByText('Talk about the sleeve')).toBeVisible();
  await expect(card.getByText(/12 March 2027, 13:00 – 14:00/)).toBeVisible();
  await expect(card.getByText('You have nothing else then.')).toBeVisible();
  await expectFineAtWidths(page, 'an invitation');
  await page.setViewportSize(PHONE);
  await card.getByRole('button', { name: 'Add a note' }).click();
  await card.getByLabel('Note to the organizer').fill('With pleasure');
  await card.getByRole('button', { name: 'Accept' }).click();
  await toast(page, 'Accepted');
  await expect(card.getByText('You have accepted.')).toBeVisible();
  await expect.poll(() => servers.smtp.taken.length, { timeout: 30_000 }).toBe(1);
  const [reply = ''] = servers.smtp.taken;
  expect(reply).toContain('To: Max Frisch <max@x.test>');
  expect(reply).toMatch(/text\/calendar;\s+method=REPLY/);
  expect(reply).toContain('With pleasure');
  await card.getByRole('link', { name: 'Open in the agenda' }).click();
  await expect(page.getByRole('dialog').getByText('Talk about the sleeve')).toBeVisible();
});

test('M10 an update asks again and shows what was before; the message before has no buttons', async ({
  page,
  studio,
}) => {
  await servers.arrive(invitation({ sequence: 1, hour: 16 }));
  await signIn(page, studio, '/mail');
  await page.setViewportSize({ width: 1440, height: 900 });
  await messageRow(page, /Meeting REQUEST 1/).click({ timeout: NEXT_LOOK_MS });
  const card = page.getByRole('region', { name: 'Invitation' });
  await expect(card.getByText('Max Frisch has changed this event')).toBeVisible();
  await expect(card.getByText(/Until now: .*13:00 – 14:00/)).toBeVisible();
  await card.getByRole('button', { name: 'Maybe' }).click();
  await expect(card.getByText('You have said: perhaps.')).toBeVisible();
  await messageRow(page, /Meeting REQUEST 0/).click();
  await expect(card.getByText('Your answer to an invitation')).toBeVisible();
  await page.getByRole('button', { name: /^Max/, expanded: false }).click();
  await expect(card.getByText('A newer version of this event is known')).toBeVisible();
  await expect(card.getByRole('button')).toHaveCount(0);
});

test('M10 what a stranger calls off stays, until somebody goes on all the same', async ({ page, studio }) => {
  await servers.arrive(invitation({ method: 'CANCEL', sequence: 2, hour: 16, from: 'Eve <eve@x.test>' }));
  await signIn(page, studio, '/mail');
  await messageRow(page, /Meeting CANCEL 2 Eve/).click({ timeout: NEXT_LOOK_MS });
  const card = page.getByRole('region', { name: 'Invitation' });
  await expect(card.getByRole('alert')).toContainText(
    'This message comes from eve@x.test, not from max@x.test',
  );
  await expect(card.getByRole('button', { name: 'Mark as called off' })).toHaveCount(0);
  await expectFineAtWidths(page, 'a forged cancellation');
  await card.getByRole('button', { name: 'Go on all the same' }).click();
  await card.getByRole('button', { name: 'Mark as called off' }).click();
  await toast(page, 'Marked as called off');
  await expect(card.getByText('This event is called off')).toBeVisible();
});
