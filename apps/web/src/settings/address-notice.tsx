import type { StudioFacts } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { Notice } from '../ui/display/notice.tsx';

/** Says when nobody else can open what is handed out, and what to do; nothing where all is well. */
export function AddressNotice({ reach, url }: Pick<StudioFacts, 'reach' | 'url'>) {
  const { words } = useReader();
  if (reach === 'anywhere') return null;
  return (
    <Notice tone="warn" title={words.settings.reach[reach]({ url })} hint={words.settings.reachHint[reach]} />
  );
}
