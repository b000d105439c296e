// Narrows the rail before the first paint where it was left so, and toggles it by a button that may be rendered later.
(() => {
  const memory = globalThis.analyticsMemory;
  const root = document.documentElement;
  root.dataset.rail = memory.get('rail') ?? 'open';
  document.addEventListener('click', event => {
    if (!event.target.closest?.('#rail-toggle')) return;
    root.dataset.rail = root.dataset.rail === 'closed' ? 'open' : 'closed';
    memory.set('rail', root.dataset.rail);
  });
})();
