/** What this browser keeps. Inside a page of somebody else it may refuse: then nothing is kept, and nothing breaks. */
export interface Keep {
  read(key: string): unknown;
  /** Null forgets. */
  write(key: string, value: unknown): void;
}

export function keepIn(storage: () => Storage): Keep {
  return {
    read(key) {
      try {
        const text = storage().getItem(key);
        return text === null ? null : JSON.parse(text);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        if (value === null) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(value));
      } catch {
        // Full, or forbidden: the page works on from memory.
      }
    },
  };
}

/** Until the tab is closed. */
export const tabKeep: Keep = keepIn(() => sessionStorage);
/** For every tab of this browser. */
export const browserKeep: Keep = keepIn(() => localStorage);
