import { useReader } from '../../language/studio-reader.ts';
import { Notice } from '../../ui/display/notice.tsx';
import type { Found } from './find-form.tsx';

/** What was found, and of an address that was not typed, that it is to be looked at. */
export function FoundNotice({ found: { kind, host, by, url } }: { readonly found: Found }) {
  const { words } = useReader();
  const { find, kinds } = words.connect;
  const announced = by === 'announced' && url !== null;
  return (
    <div className="mb-4" role="status">
      <Notice
        tone={announced ? 'warn' : 'accent'}
        title={find.found[by]({ kind: kinds[kind], host })}
        {...(announced && { hint: find.check({ url }) })}
      />
    </div>
  );
}
