// <div data-atelier="https://studio.example/book/lea"></div><script src="https://studio.example/embed.js" async></script>
// makes a frame of the booking page that is always as tall as its content. data-lang and data-theme are optional.
(() => {
  const frames = new Map();
  /** Pixels that are left around what is brought into the window. */
  const ROOM = 16;

  /** A dark booking page on a light page would stand out: it follows the page around it, not the system. */
  function themeOf(place) {
    const scheme = getComputedStyle(place).colorScheme;
    if (!/dark/.test(scheme)) return 'light';
    return /light/.test(scheme) ? null : 'dark';
  }

  function embed(place) {
    const address = new URL(place.dataset.atelier, location.href);
    const { lang = null, theme = themeOf(place) } = place.dataset;
    address.searchParams.set('embed', '1');
    if (lang) address.searchParams.set('lang', lang);
    if (theme) address.searchParams.set('theme', theme);
    const frame = document.createElement('iframe');
    frame.src = address.href;
    frame.title = place.dataset.title ?? 'Booking';
    frame.style.cssText =
      'display:block;width:100%;height:640px;border:0;background:transparent;color-scheme:inherit';
    place.replaceChildren(frame);
    frames.set(frame, address.origin);
  }

  addEventListener('message', ({ source, origin, data }) => {
    for (const [frame, own] of frames) {
      if (frame.contentWindow !== source || origin !== own) continue;
      if (data?.type === 'atelier:height' && typeof data.height === 'number')
        frame.style.height = `${Math.ceil(data.height)}px`;
      if (data?.type === 'atelier:show') show(frame, data);
    }
  });

  /** What has just become possible inside the frame is brought into the window, which is the visitor's. */
  function show(frame, { top, bottom }) {
    if (typeof top !== 'number' || typeof bottom !== 'number') return;
    const edge = frame.getBoundingClientRect().top;
    const [above, below] = [edge + top - ROOM, edge + bottom + ROOM - innerHeight];
    if (above >= 0 && below <= 0) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: above < 0 ? above : Math.min(below, above), behavior: calm ? 'auto' : 'smooth' });
  }

  function embedAll() {
    for (const place of document.querySelectorAll('[data-atelier]:empty')) embed(place);
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', embedAll);
  else embedAll();
})();
