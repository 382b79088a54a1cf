import { useCallback, useState } from 'react';

/** A choice of this browser that is still there tomorrow. `read` gets what was stored and makes sense of it. */
export function useStored<Value>(
  key: string,
  read: (stored: string | null) => Value,
  write: (value: Value) => string,
) {
  const [value, setValue] = useState(() => read(localStorage.getItem(key)));
  const store = useCallback(
    (next: Value) => {
      localStorage.setItem(key, write(next));
      setValue(next);
    },
    [key, write],
  );
  return [value, store] as const;
}
