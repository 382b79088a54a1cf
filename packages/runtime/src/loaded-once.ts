import { whenAsked } from '@atelier/database/prisma/when-asked';

/** Stands for something that does nothing but answer by promises; it is loaded when it is first asked. */
export function loadedOnce<One extends object>(load: () => Promise<One>): One {
  let loading: Promise<One> | null = null;
  return whenAsked(() => {
    loading ??= load();
    return loading;
  });
}
