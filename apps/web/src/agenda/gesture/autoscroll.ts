const EDGE_PX = 44;
const FASTEST_PX = 16;

/** How far to scroll within this frame: faster, the nearer a point is to an edge or the further beyond it. */
export function scrollBy(
  y: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number {
  const into = (distance: number) => Math.min(1, Math.max(0, (EDGE_PX - distance) / EDGE_PX));
  return Math.round((into(bottom - y) - into(y - top)) * FASTEST_PX);
}
