import type { ImageMaker, ImageResult } from '@atelier/usecases/image/image-maker';
import pLimit from 'p-limit';
import type { Sharp } from 'sharp';

/** More than nearly every telephone takes; beyond it lie traps that take all memory when they are unpacked. */
const MOST_PIXELS = 64_000_000;
/** Pictures unpacked side by side in one process, for each takes hundreds of megabytes meanwhile. */
const AT_ONCE = 2;
const LONGEST_SIDE = 2_000;
const PORTRAIT_SIDE = 512;
const QUALITY = 82;
const MOST_SECONDS = 20;

/** What is opened at all: by its first bytes, whatever the name or the header say. No SVG: that is a program. */
const FORMATS: readonly (readonly [name: string, matches: (head: Buffer) => boolean])[] = [
  ['jpeg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['png', (head) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  ['gif', (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6))],
  ['webp', (head) => /^RIFF[^]{4}WEBP/.test(head.toString('latin1', 0, 12))],
  // AVIF, and HEIC where the library was built with it: ISO base media, brand in the first box.
  [
    'heif',
    (head) => /^[^]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1|avif|avis)/.test(head.toString('latin1', 0, 12)),
  ],
];

/** Pictures made anew by sharp: of the file that came, only the pixels live on, upright and without where they were taken. */
export function createImageMaker(): ImageMaker {
  const turn = pLimit(AT_ONCE);
  const [width, height] = [LONGEST_SIDE, LONGEST_SIDE];
  const square = { width: PORTRAIT_SIDE, height: PORTRAIT_SIDE, fit: 'cover' } as const;
  const within = { width, height, fit: 'inside', withoutEnlargement: true } as const;
  return {
    reference: (bytes) => turn(() => make(bytes, (image) => image.resize(within))),
    portrait: (bytes) => turn(() => make(bytes, (image) => image.resize(square))),
  };
}

async function make(bytes: Buffer, shape: (image: Sharp) => Sharp): Promise<ImageResult> {
  const format = FORMATS.find(([, matches]) => matches(bytes))?.[0];
  if (format === undefined) return { ok: false, problem: 'not-a-picture' };
  try {
    const { width, height, format: found } = await (await open(bytes)).metadata();
    if (found !== format) return { ok: false, problem: 'not-a-picture' };
    if (width * height > MOST_PIXELS) return { ok: false, problem: 'too-large' };
    const { data, info } = await shape((await open(bytes)).autoOrient())
      .webp({ quality: QUALITY })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return {
      ok: true,
      image: { contentType: 'image/webp', width: info.width, height: info.height, bytes: Buffer.from(data) },
    };
  } catch (error) {
    // Pictures of some telephones (HEIC) are in a form that the library is not licensed to read.
    if (format === 'heif') return { ok: false, problem: 'not-a-picture' };
    return { ok: false, problem: isTooLarge(error) ? 'too-large' : 'unreadable' };
  }
}

/**
 * The first picture of a moving one. A file that is cut off is no picture. The library is loaded with the first one, for
 * most commands never see any.
 */
async function open(bytes: Buffer): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, {
    limitInputPixels: MOST_PIXELS,
    failOn: 'warning',
    animated: false,
    sequentialRead: true,
  });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && /pixel limit|timeout/i.test(error.message);
}
