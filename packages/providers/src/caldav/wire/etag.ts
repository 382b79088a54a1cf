/**
 * Whether two etags name the same version. Proxies weaken etags (`W/`) and mark compressed answers
 * (`-gzip`), some servers leave the quotes out; none of this is a change. A missing etag equals nothing.
 */
export function isSameEtag(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && (one === other || bareEtag(one) === bareEtag(other));
}

function bareEtag(etag: string): string {
  return etag
    .trim()
    .replace(/^W\//i, '')
    .replace(/^"(.*)"$/s, '$1')
    .replace(/(?:-|--|;)(?:gzip|br|deflate)$/, '');
}
