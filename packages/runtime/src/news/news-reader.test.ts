import { afterAll, describe, expect, it } from 'vitest';
import { createNewsReader } from './news-reader.ts';

const limits = { patienceMs: 5_000, memoryMb: 64, idleMs: 1_000 };
const bytes = (text: string) => new TextEncoder().encode(text);
const document = (text: string) => ({ bytes: bytes(text), contentType: null, url: 'https://x.example/' });
const FEED = '<rss><channel><title>Rose</title></channel></rss>';

describe('a reader of feeds', () => {
  const reader = createNewsReader(limits);
  afterAll(() => reader.close());

  it('N1: reads feeds and lists of them in a thread of its own', async () => {
    expect(await reader.document(document(FEED))).toMatchObject({ kind: 'feed', feed: { title: 'Rose' } });
    expect(
      await reader.opml(bytes('<opml><body><outline xmlUrl="https://x.example/"/></body></opml>')),
    ).toMatchObject({
      feeds: [{ url: 'https://x.example/' }],
    });
    expect(await reader.opml(bytes('no list'))).toBeNull();
  });

  it('N1: gives up what takes too long, and reads the next', async () => {
    const hasty = createNewsReader({ ...limits, patienceMs: 1 });
    const long = `<rss><channel>${'<item><title>&lt;p&gt;x</title></item>'.repeat(50_000)}</channel></rss>`;
    expect(await hasty.document(document(long))).toBeNull();
    await hasty.close();
    expect(await reader.document(document(FEED))).toMatchObject({ kind: 'feed' });
  });
});
