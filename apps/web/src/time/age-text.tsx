import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { useNow } from './use-now.ts';
import { browserZone } from './zone-name.ts';

const STEP_MS = 10_000;

/** `3 minutes ago`, kept current. */
export function useAge(): (since: Date) => string {
  const { words } = useReader();
  const { age } = useFormats();
  const now = useNow(STEP_MS);
  return (since) => age(since, now) ?? words.common.justNow;
}

/** An age that says the exact time on hover. */
export function AgeText({ since }: { readonly since: Date | null }) {
  const { words } = useReader();
  const { dateTime } = useFormats();
  const age = useAge();
  if (!since) return <>{words.common.never}</>;
  return (
    <time dateTime={since.toISOString()} title={dateTime(since, browserZone())}>
      {age(since)}
    </time>
  );
}
