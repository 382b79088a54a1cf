import type { FirstWords, RestWords, StudioWords } from '@atelier/words/studio/en';
import { REST_SECTIONS } from '@atelier/words/studio/parts/rest-sections';

/** Where the words of a language are fetched from. */
export interface Parts {
  readonly first: () => Promise<FirstWords>;
  readonly rest: () => Promise<RestWords>;
}

/** Once the first page has what it was opened for, it is given so long to show it. */
const REST_AFTER_MS = 1_500;

/**
 * All words of a language, of which those of other pages may come later. A component that says one before it is there is
 * rendered when it is.
 * @param later resolves when the first page has what it shows; null: all words are waited for
 */
export async function wordsInParts(
  { first, rest }: Parts,
  later: Promise<unknown> | null,
): Promise<StudioWords> {
  if (later === null) {
    const [those, others] = await Promise.all([first(), rest()]);
    return { ...those, ...others };
  }
  const words = bothOf(await first(), rest);
  // Whoever needs them sooner asks for them by saying one; what fails now is tried again by the same.
  void later.finally(() => setTimeout(words.fetch, REST_AFTER_MS));
  return words.all;
}

interface Later {
  readonly all: StudioWords;
  /** Nothing to wait for once they are there. */
  readonly fetch: () => Promise<void> | null;
}

function bothOf(first: FirstWords, rest: () => Promise<RestWords>): Later {
  let there: RestWords | null = null;
  let coming: Promise<void> | null = null;
  let failed: { readonly error: unknown } | null = null;
  const fetch = () => {
    if (there) return null;
    coming ??= rest()
      .then((words) => {
        there = words;
      })
      .catch((error: unknown) => {
        failed = { error };
      })
      .finally(() => {
        coming = null;
      });
    return coming;
  };
  const section = (name: keyof RestWords) => {
    if (there) return there[name];
    const refused = failed;
    failed = null;
    // React waits for a promise that is thrown, and shows what is thrown otherwise where errors are shown.
    throw refused ? refused.error : fetch();
  };
  const getters = REST_SECTIONS.map((name) => [name, { enumerable: true, get: () => section(name) }]);
  const all = Object.defineProperties({ ...first }, Object.fromEntries(getters)) as StudioWords;
  return { all, fetch };
}
