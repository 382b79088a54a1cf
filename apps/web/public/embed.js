// <div data-atelier="https://studio.example/book/lea"></div><script src="https://studio.example/embed.js" async></script>
// makes a frame of the booking page that is always as tall as its content. data-lang and data-theme are optional.
(() => {
  const frames = new Map();

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
    if (data?.type !== 'atelier:height' || typeof data.height !== 'number') return;
    for (const [frame, own] of frames)
      if (frame.contentWindow === source && origin === own)
        frame.style.height = `${Math.ceil(data.height)}px`;
  });

  function embedAll() {
    for (const place of document.querySelectorAll('[data-atelier]:empty')) embed(place);
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', embedAll);
  else embedAll();
})();
