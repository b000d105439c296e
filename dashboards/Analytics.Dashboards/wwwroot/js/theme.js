// Sets the theme before the first paint, and toggles it by a button that may be rendered later.
(() => {
  const key = 'analytics.theme';
  const root = document.documentElement;
  const preferred = matchMedia('(prefers-color-scheme: dark)');
  // In a frame of another site the browser may keep nothing for us.
  const kept = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const apply = () => { root.dataset.theme = kept() ?? (preferred.matches ? 'dark' : 'light'); };
  apply();
  preferred.addEventListener('change', apply);
  document.addEventListener('click', event => {
    if (!event.target.closest?.('#theme-toggle')) return;
    localStorage.setItem(key, root.dataset.theme === 'dark' ? 'light' : 'dark');
    apply();
  });
})();
