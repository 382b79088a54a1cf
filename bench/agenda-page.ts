import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';

/** The agenda in a real browser, signed in and showing one day as a list. */
export interface AgendaPage extends AsyncDisposable {
  /** Of its session, as a request header. */
  readonly cookie: string;
  /** Presses the button. */
  syncNow(): Promise<void>;
  /** Resolves when the title can be read on the page. */
  untilShown(title: string): Promise<void>;
}

export const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Root needs --no-sandbox; the rest keeps a closed network quiet.
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
};

export async function openAgendaPage(
  origin: string,
  person: { readonly email: string; readonly password: string },
  date: string,
): Promise<AgendaPage> {
  const browser = await chromium.launch(CHROMIUM);
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Zurich' });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(origin);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page.goto(`${origin}/agenda?view=list&date=${date}`);
  await page.getByText(/Live/).first().waitFor();
  const cookies = await context.cookies();
  return {
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    syncNow: () => page.getByRole('button', { name: /sync all/i }).click(),
    untilShown: (title) => page.getByText(title, { exact: true }).first().waitFor({ state: 'attached' }),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

export function buildPages(): void {
  const { status } = spawnSync('pnpm', ['--filter', '@atelier/web', 'run', 'build'], { stdio: 'ignore' });
  if (status !== 0) throw new Error('the pages could not be built');
}
