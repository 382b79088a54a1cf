/** What goes along from page to page: the language, the look, and whether it stands in somebody else's page. */
const KEPT = ['lang', 'embed', 'theme'];

export function linkTo(path: string, search: string, given: Readonly<Record<string, string>> = {}): string {
  const before = new URLSearchParams(search);
  const after = new URLSearchParams(given);
  for (const name of KEPT) {
    const value = before.get(name);
    if (value) after.set(name, value);
  }
  const text = after.toString();
  return text ? `${path}?${text}` : path;
}
