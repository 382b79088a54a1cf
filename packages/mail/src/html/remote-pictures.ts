export interface RemotePicture {
  readonly address: string;
  /** It shows nothing: it is there to tell its sender that somebody reads. Never loaded. */
  readonly tracks: boolean;
}

/** In attributes `"` and `>` are written as entities, so that the end of each is where it seems to be. */
export const REMOTE_IMAGE = /<img ([^>]*)data-remote="([^"]*)"([^>]*)>/g;

/** Smaller is seen by nobody. */
const SEEN_FROM = 5;

/** Pictures from elsewhere in what the sanitiser left, in order. */
export function remotePictures(safeHtml: string): readonly RemotePicture[] {
  return [...safeHtml.matchAll(REMOTE_IMAGE)].map(([tag, , address = '']) => ({
    address: unescaped(address),
    tracks: isUnseen(tag),
  }));
}

function isUnseen(tag: string): boolean {
  const sides = ['width', 'height'].map((side) => new RegExp(` ${side}="(\\d+)(?:px)?"`).exec(tag)?.[1]);
  return sides.every((side) => side !== undefined && Number(side) < SEEN_FROM);
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
