import { useReader } from '../language/studio-reader.ts';
import { Notice } from '../ui/display/notice.tsx';
import { DoorRefusal } from './credentials.ts';

/** Why the door stays shut, in words. */
export function DoorNotice({ error }: { readonly error: unknown }) {
  const { words } = useReader();
  const problem = error instanceof DoorRefusal ? error.problem : null;
  if (problem) return <Notice tone="bad" title={problem.message} hint={problem.hint} />;
  const away = error instanceof DoorRefusal && error.status === 0;
  return away ? (
    <Notice tone="bad" title={words.signIn.unreachable} hint={words.signIn.unreachableHint} />
  ) : (
    <Notice tone="bad" title={words.signIn.failed} hint={words.signIn.failedHint} />
  );
}
