import { hostileMails } from '@atelier/testkit/mail/hostile/hostile-mails';
import { describe, expect, it } from 'vitest';
import { framedHtml } from '../html/framed-html.ts';
import { preview } from '../text/preview.ts';
import { readMessage } from './read-message.ts';

/** Larger ones are read in the tests of the server, where there is more time. */
const QUICK = 60_000;
const MAILS = hostileMails({ origin: 'http://sink.test', script: 'window.hostile=1' }).filter(
  ({ source }) => source.byteLength < QUICK,
);

describe('hostile mail', () => {
  it.each(MAILS)(
    'M4: can be stored, and has no control characters where a line is meant: $name',
    async ({ source }) => {
      const read = await readMessage(source).catch(() => null);
      if (!read) return;
      expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      const { subject, from, replyTo, to, cc, messageId, references, attachments, text } = read;
      const lines = [...from, ...replyTo, ...to, ...cc].flatMap(({ name, address }) => [name, address]);
      const names = attachments.map(({ name }) => name);
      for (const line of [subject, messageId ?? '', ...references, ...lines, ...names, preview(text)])
        expect(line).not.toMatch(/\p{Cc}/u);
      for (const name of names) expect(name).not.toMatch(/[\\/]|^\.|[\u202a-\u202e]/);
    },
  );

  it('M4: what follows the last quote is looked at once, however it goes on', () => {
    const html = `<p>a</p><blockquote>q</blockquote>${'\u00a0'.repeat(20_000)}x`;
    const page = framedHtml({ html, pictureAt: () => null, fold: 'Quoted' });
    expect(page).not.toContain('<details>');
    expect(page).toContain('<blockquote>q</blockquote>');
  });
});
