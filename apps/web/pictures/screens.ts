import type { Page } from '@playwright/test';

/** What somebody sees somewhere. */
export interface Screen {
  /** Of the file. */
  readonly name: string;
  readonly path: string;
  /** What is done before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Also for the guide: as it is on a phone. */
  readonly phone?: boolean;
}

const inDialog = async (page: Page) => page.getByRole('dialog').first().waitFor();

async function typed(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  await inDialog(page);
  await page.keyboard.type(text);
}

/** An empty time of the second artist. */
async function askWhy(page: Page): Promise<void> {
  await page.getByRole('gridcell').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  for (let half = 0; half < 25; half += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('y');
  await inDialog(page);
}

async function openFirst(page: Page, what: string): Promise<void> {
  await page.locator(what).first().click();
}

/** Every screen of the product. @param day from which the demo studio is shown, ISO date */
export function screens(day: string, language: 'en' | 'fr'): readonly Screen[] {
  const isFrench = language === 'fr';
  const later = Temporal.PlainDate.from(day).add({ days: 6 }).toString();
  const agenda = (view: string, date = day) => `/agenda?view=${view}&date=${date}`;
  return [
    { name: 'dashboard', path: '/', phone: true },
    { name: 'waiting', path: '/waiting' },
    { name: 'agenda-month', path: agenda('month') },
    { name: 'agenda-week', path: agenda('week') },
    { name: 'agenda-day', path: agenda('day') },
    { name: 'agenda-artists', path: agenda('artists') },
    { name: 'agenda-list', path: agenda('list'), phone: true },
    {
      name: 'event',
      path: agenda('week'),
      prepare: (page) => openFirst(page, '.agenda-event.agenda-begins'),
    },
    {
      name: 'quick-add',
      path: agenda('week'),
      prepare: (page) =>
        typed(
          page,
          'q',
          isFrench ? 'Carpe koï avec Ana demain 14h-17h @ Poste 2' : 'Koi with Ana tomorrow 2-5pm @ Studio 2',
        ),
      phone: true,
    },
    {
      name: 'palette',
      path: agenda('week'),
      prepare: (page) =>
        typed(
          page,
          'Control+k',
          isFrench ? `qui est libre 2 h à 13 h le ${later}` : `who is free for 2 h at 13:00 on ${later}`,
        ),
    },
    { name: 'why-closed', path: agenda('artists'), prepare: askWhy },
    { name: 'search', path: agenda('week'), prepare: (page) => typed(page, '/', 'luca') },
    { name: 'keys', path: agenda('week'), prepare: (page) => page.keyboard.press('?') },
    { name: 'bookings', path: '/bookings' },
    { name: 'ideas', path: '/inquiries' },
    { name: 'studio', path: '/studio' },
    { name: 'connections', path: '/connections' },
    { name: 'health', path: '/health' },
    { name: 'people', path: '/people' },
    { name: 'mail', path: '/mails' },
    { name: 'account', path: '/account' },
    { name: 'about-the-studio', path: '/settings' },
    { name: 'book', path: '/book' },
  ];
}
