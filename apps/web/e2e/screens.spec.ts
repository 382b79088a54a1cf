import { expectScreensFine } from './accessible.ts';
import { type Desk, IRIS, openDesk } from './desk.ts';
import { signIn, test } from './studio.ts';

/** FullCalendar's own scroll containers are focusable only while they overflow. */
const SCROLLED = ['scrollable-region-focusable'];
const ARTIST = `/studio/${IRIS.slug}?section=`;

let desk: Desk;
test.beforeAll(async ({ studio }) => {
  desk = await openDesk(studio);
});
test.beforeEach(({ page, studio }) => signIn(page, studio));

// Each reads every page through four times.
test.describe.configure({ timeout: 120_000 });

test('the pages of calendars and people are accessible and fit, in light and dark', async ({
  page,
  studio,
}) => {
  const agenda = ['month', 'week', 'list'].map((view) => `/agenda?view=${view}`);
  await expectScreensFine(page, studio, [...agenda, '/connections', '/health', '/people'], SCROLLED);
});

test('the pages of bookings, ideas and mails are accessible and fit, in light and dark', async ({
  page,
  studio,
}) => {
  const [id] = await desk.request(IRIS.slug, 'Axel Request');
  const idea = await desk.ideaId(await desk.idea(IRIS.slug, 'Axelle Idea', 'A swallow.'));
  const bookings = ['', '?tab=all', `/${id}`, `/${id}?open=move`, '?open=new'].map(
    (rest) => `/bookings${rest}`,
  );
  await expectScreensFine(page, studio, ['/', ...bookings, '/inquiries', `/inquiries/${idea}`, '/mails']);
});

test('the pages of an artist are accessible and fit, in light and dark', async ({ page, studio }) => {
  const sections = ['profile', 'calendars', 'services', 'hours', 'rules', 'explain'];
  await expectScreensFine(page, studio, ['/studio', ...sections.map((section) => ARTIST + section)]);
});
