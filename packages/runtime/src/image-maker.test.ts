import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createImageMaker } from './image-maker.ts';

const maker = createImageMaker();

function picture(width = 60, height = 40) {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
}

/** A picture with the place where it was taken, as telephones write it. */
function located(width: number, height: number, orientation = 1) {
  return picture(width, height)
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'Nora' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 22/1 0/1', GPSLongitude: '8/1 32/1 0/1' },
    })
    .withMetadata({ orientation })
    .toBuffer();
}

async function made(bytes: Buffer) {
  const result = await maker.reference(bytes);
  if (!result.ok) throw new Error(result.problem);
  return result.image;
}

describe('reference pictures', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('are made anew of %s', async (format) => {
    const image = await made(await picture().toFormat(format).toBuffer());
    expect(image).toMatchObject({ contentType: 'image/webp', width: 60, height: 40 });
    expect((await sharp(image.bytes).metadata()).format).toBe('webp');
  });

  it('B10: keep nothing of where and by whom they were taken', async () => {
    const before = await located(60, 40);
    expect((await sharp(before).metadata()).exif?.toString('latin1')).toContain('Nora');
    // Tag 0x8825 points to where it was taken (Exif 2.32, 4.6.3).
    expect((await sharp(before).metadata()).exif?.includes(Buffer.from([0x25, 0x88]))).toBe(true);
    const { bytes } = await made(before);
    const after = await sharp(bytes).metadata();
    expect([after.exif, after.iptc, after.xmp, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.toString('latin1')).not.toMatch(/EXIF|Nora/);
  });

  it('stand upright, as whoever took them saw them', async () => {
    expect(await made(await located(60, 40, 6))).toMatchObject({ width: 40, height: 60 });
  });

  it('have two thousand pixels on the longer side at most, and are never blown up', async () => {
    expect(await made(await picture(4_000, 1_000).png().toBuffer())).toMatchObject({
      width: 2_000,
      height: 500,
    });
    expect(await made(await picture(10, 10).png().toBuffer())).toMatchObject({ width: 10, height: 10 });
  });

  it('of artists are square', async () => {
    const portrait = await maker.portrait(await picture(900, 300).png().toBuffer());
    expect(portrait).toMatchObject({ ok: true, image: { width: 512, height: 512 } });
  });

  it('of many at once are all made', async () => {
    const bytes = await picture().png().toBuffer();
    const all = await Promise.all(Array.from({ length: 12 }, () => maker.reference(bytes)));
    expect(all.every(({ ok }) => ok)).toBe(true);
  });

  it('do not wait for a slow one while there is room beside it', async () => {
    const slow = await picture(6_000, 6_000).png().toBuffer();
    const quick = await picture().png().toBuffer();
    const done: string[] = [];
    const make = (name: string, bytes: Buffer) => maker.reference(bytes).then(() => done.push(name));
    await Promise.all([make('slow', slow), ...['a', 'b', 'c', 'd'].map((name) => make(name, quick))]);
    expect(done).toEqual(['a', 'b', 'c', 'd', 'slow']);
  });
});

describe('what is no picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  it.each([
    ['a page that is called a picture', '<html><script>alert(1)</script></html>'],
    ['a drawing that is a program', svg],
    ['the same behind an XML line', `<?xml version="1.0"?>${svg}`],
    ['a document', '%PDF-1.7'],
    ['nothing', ''],
  ])('is refused: %s', async (_what, text) => {
    expect(await maker.reference(Buffer.from(text))).toEqual({ ok: false, problem: 'not-a-picture' });
  });

  it('is refused when only its first bytes are those of one', async () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(svg)]);
    expect(await maker.reference(jpeg)).toEqual({ ok: false, problem: 'unreadable' });
  });

  it('is refused when it is cut off', async () => {
    const noise = {
      create: { width: 300, height: 300, channels: 3, background: 'red', noise: NOISE },
    } as const;
    for (const format of ['jpeg', 'png'] as const) {
      const whole = await sharp(noise).toFormat(format).toBuffer();
      expect((await maker.reference(whole)).ok).toBe(true);
      const cut = whole.subarray(0, Math.floor(whole.length / 2));
      expect(await maker.reference(cut)).toEqual({ ok: false, problem: 'unreadable' });
    }
  });

  it('is refused when it would take all memory to unpack', async () => {
    const bomb = bombOf(30_000);
    expect(bomb.length).toBeLessThan(10_000_000);
    expect(await maker.reference(bomb)).toEqual({ ok: false, problem: 'too-large' });
  });
});

const NOISE = { type: 'gaussian', mean: 128, sigma: 30 } as const;

/** A PNG of `side` × `side` pixels, all alike: small as a file, huge in memory (PNG specification, 11.2). */
function bombOf(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1_000 * (side + 1)));
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
