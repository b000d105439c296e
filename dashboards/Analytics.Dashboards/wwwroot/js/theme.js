// Sets the theme before the first paint, and toggles it by a button that may be rendered later.
(() => {
  const memory = globalThis.analyticsMemory;
  const root = document.documentElement;
  const preferred = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => { root.dataset.theme = memory.get('theme') ?? (preferred.matches ? 'dark' : 'light'); };
  apply();
  preferred.addEventListener('change', apply);
  document.addEventListener('click', event => {
    if (!event.target.closest?.('#theme-toggle')) return;
    root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    memory.set('theme', root.dataset.theme);
  });
})();
