// Sets the theme before the first paint, and toggles it by a button that may be rendered later.
(() => {
  const key = 'analytics.theme';
  const root = document.documentElement;
  const preferred = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => { root.dataset.theme = localStorage.getItem(key) ?? (preferred.matches ? 'dark' : 'light'); };
  apply();
  preferred.addEventListener('change', apply);
  document.addEventListener('click', event => {
    if (!event.target.closest?.('#theme-toggle')) return;
    localStorage.setItem(key, root.dataset.theme === 'dark' ? 'light' : 'dark');
    apply();
  });
})();
