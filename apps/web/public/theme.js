// Runs before the first paint, so that a chosen theme does not flash; a file because the CSP allows no inline script.
(() => {
  const theme = localStorage.getItem('atelier.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();
