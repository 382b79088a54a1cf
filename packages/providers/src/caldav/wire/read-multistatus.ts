import { malformed, notCalDav } from '../../http/classify.ts';
import { childrenNamed, type DavElement, dav } from './dav-element.ts';
import { type DavItem, type DavResponse, isSuccess, parseStatusLine } from './dav-response.ts';
import { ELEMENT_LIMITS, type ElementLimits } from './element-limits.ts';
import { readChildren } from './read-children.ts';

/** Reads a multistatus while its bytes arrive. Throws like readChildren, and `wrong-service` when the root is something else. */
export async function* readMultistatus(
  source: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
  limits: ElementLimits = ELEMENT_LIMITS,
): AsyncGenerator<DavItem> {
  for await (const element of readChildren(source, contentType, limits, requireMultistatus)) {
    const item = toItem(element);
    if (item !== null) yield item;
  }
}

function requireMultistatus(root: string): void {
  if (root !== dav('multistatus')) throw notCalDav('a document of another kind');
}

function toItem(element: DavElement): DavItem | null {
  if (element.name === dav('response')) return toResponse(element);
  if (element.name === dav('sync-token')) return { kind: 'sync-token', token: element.text.trim() };
  return null;
}

function toResponse(element: DavElement): DavResponse | null {
  const named = childrenNamed(element, dav('href'))[0];
  // Left out, it would count as missing from a list.
  if (named?.overlong === true) throw malformed('an address in it is too long');
  const href = named?.text.trim() ?? '';
  if (href === '') return null;
  const props = new Map<string, DavElement>();
  const refused: { status: number; names: string[] }[] = [];
  for (const propstat of childrenNamed(element, dav('propstat'))) {
    const status = statusOf(propstat) ?? 200;
    const names = childrenNamed(propstat, dav('prop')).flatMap((prop) => prop.children);
    if (!isSuccess(status)) refused.push({ status, names: names.map((prop) => prop.name) });
    else for (const prop of names) props.set(prop.name, prop);
  }
  return { kind: 'response', href, status: statusOf(element), props, refused };
}

function statusOf(element: DavElement): number | null {
  const line = childrenNamed(element, dav('status'))[0]?.text;
  return line === undefined ? null : parseStatusLine(line);
}
