import { useCallback, useEffect, useState } from 'react';

const STORED = 'atelier:stored';

/**
 * A choice of this browser that is still there tomorrow, the same wherever it is asked for. `read` gets what was stored
 * and makes sense of it.
 */
export function useStored<Value>(
  key: string,
  read: (stored: string | null) => Value,
  write: (value: Value) => string,
) {
  const [value, setValue] = useState(() => read(localStorage.getItem(key)));
  useEffect(() => {
    const hear = (event: Event) => {
      if (event instanceof CustomEvent && event.detail === key) setValue(read(localStorage.getItem(key)));
    };
    window.addEventListener(STORED, hear);
    return () => window.removeEventListener(STORED, hear);
  }, [key, read]);
  const store = useCallback(
    (next: Value) => {
      localStorage.setItem(key, write(next));
      window.dispatchEvent(new CustomEvent(STORED, { detail: key }));
    },
    [key, write],
  );
  return [value, store] as const;
}
