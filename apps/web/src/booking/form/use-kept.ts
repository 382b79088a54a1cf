import { useCallback, useState } from 'react';
import { tabKeep } from '../storage.ts';
import { readForm } from './client-form.ts';

export interface KeptForm<Form> {
  readonly form: Form;
  readonly change: (patch: Partial<Form>) => void;
  readonly clear: () => void;
}

/** A form that is kept after every key, and is there again after a reload. */
export function useKept<Form extends object>(key: string, empty: Form): KeptForm<Form> {
  const [form, setForm] = useState(() => readForm(tabKeep, key, empty));
  const change = useCallback(
    (patch: Partial<Form>) =>
      setForm((before) => {
        const after = { ...before, ...patch };
        tabKeep.write(key, after);
        return after;
      }),
    [key],
  );
  const clear = useCallback(() => {
    tabKeep.write(key, null);
    setForm(empty);
  }, [key, empty]);
  return { form, change, clear };
}
