/** Ids of widgets, in the order in which somebody wants them, and those that they do not want to see. */
export interface Arrangement {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
}

interface Arranged<Item> {
  readonly shown: readonly Item[];
  readonly hidden: readonly Item[];
}

/** Widgets as somebody has arranged them. One that they have never seen comes behind those that they know. */
export function arranged<Item extends { readonly id: string }>(
  widgets: readonly Item[],
  { order, hidden }: Arrangement,
): Arranged<Item> {
  const placeOf = ({ id }: Item) => {
    const place = order.indexOf(id);
    return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  };
  const ordered = widgets.toSorted((a, b) => placeOf(a) - placeOf(b));
  return {
    shown: ordered.filter(({ id }) => !hidden.includes(id)),
    hidden: ordered.filter(({ id }) => hidden.includes(id)),
  };
}

/** Takes a widget to the place of another, which makes room. */
export function movedTo(ids: readonly string[], id: string, target: string): readonly string[] {
  const [from, to] = [ids.indexOf(id), ids.indexOf(target)];
  return from < 0 || to < 0 ? ids : ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
