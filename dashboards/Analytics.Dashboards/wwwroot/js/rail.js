// Narrows the rail before the first paint where it was left so, and toggles it by a button that may be rendered later.
(() => {
  const key = 'analytics.rail';
  const root = document.documentElement;
  root.dataset.rail = localStorage.getItem(key) ?? 'open';
  document.addEventListener('click', event => {
    if (!event.target.closest?.('#rail-toggle')) return;
    root.dataset.rail = root.dataset.rail === 'closed' ? 'open' : 'closed';
    localStorage.setItem(key, root.dataset.rail);
  });
})();
