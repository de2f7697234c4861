// Runs before the page is drawn, so that it does not flash in the other theme.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => localStorage.getItem('shisei-theme');
  const apply = () => {
    document.documentElement.dataset.bsTheme = chosen() ?? (dark.matches ? 'dark' : 'light');
    document.dispatchEvent(new Event('shisei:theme'));
  };
  dark.addEventListener('change', apply);
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-theme-toggle]')) return;
    localStorage.setItem('shisei-theme', document.documentElement.dataset.bsTheme === 'dark' ? 'light' : 'dark');
    apply();
  });
  apply();
})();
