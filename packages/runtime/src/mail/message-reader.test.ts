import { afterAll, describe, expect, it } from 'vitest';
import { createMessageReader } from './message-reader.ts';

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
const limits = { patienceMs: 5_000, memoryMb: 64, idleMs: 1_000 };

describe('a reader of messages', () => {
  const reader = createMessageReader(limits);
  afterAll(() => reader.close());

  it('M5: reads in a thread of its own, and gives files as bytes', async () => {
    const read = await reader.read(bytes('Subject: Rose\nFrom: leo@x.test\n\nHello\n'));
    expect(read).toMatchObject({ subject: 'Rose', text: 'Hello' });
    const mail = 'Content-Type: image/png; name=a.png\nContent-Disposition: attachment\n\nabc';
    expect((await reader.attached(bytes(mail), 0))?.bytes).toBeInstanceOf(Uint8Array);
  });

  it('M4: gives a message up that takes too long, and reads the next', async () => {
    const hasty = createMessageReader({ ...limits, patienceMs: 1 });
    const html = `Content-Type: text/html\n\n${'<p>x</p>'.repeat(100_000)}`;
    expect(await hasty.read(bytes(html))).toBeNull();
    await hasty.close();
    expect(await reader.read(bytes('Subject: next\n\nx'))).toMatchObject({ subject: 'next' });
  });

  it('M4: is not stopped by what takes all memory', async () => {
    const nested = Array.from(
      { length: 300 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
    ).join('');
    expect(await reader.read(bytes(nested))).toBeNull();
    expect(await reader.read(bytes('Subject: next\n\nx'))).toMatchObject({ subject: 'next' });
  });
});
