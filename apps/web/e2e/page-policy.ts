import type { Browser, BrowserContextOptions } from '@playwright/test';

/** What pages did that their Content-Security-Policy refuses, in every window of this worker since it was asked last. */
const refused: string[] = [];

/** Listens to all that is opened in a browser. */
export function watchedBrowser(browser: Browser): Browser {
  const open = browser.newContext.bind(browser);
  return Object.assign(browser, {
    async newContext(options?: BrowserContextOptions) {
      const context = await open(options);
      context.on('console', (message) => {
        const text = message.text();
        if (message.type() === 'error' && text.includes('Content Security Policy')) refused.push(text);
      });
      return context;
    },
  });
}

export const takeRefused = (): readonly string[] => refused.splice(0);
