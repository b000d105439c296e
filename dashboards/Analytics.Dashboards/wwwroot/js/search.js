// Opens the search of every page by Ctrl+K, / or its button. The dialog element keeps the focus, closes by Escape and gives
// the focus back.
(() => {
  const dialog = () => document.getElementById('search');
  const isReady = () => document.querySelector('.frame')?.dataset.interactive === 'true';
  const isTyping = element => element.closest?.('input, textarea, select, [contenteditable]');

  function show() {
    if (!dialog().open) dialog().showModal();
    dialog().querySelector('input').select();
  }

  // What is prerendered takes no input and is replaced: the wish waits until the page is alive.
  function open() {
    if (isReady()) return show();
    const observer = new MutationObserver(() => {
      if (!isReady()) return;
      observer.disconnect();
      show();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-interactive'] });
  }

  document.addEventListener('keydown', event => {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    // A chart embedded elsewhere has no search.
    if ((!isShortcut && !isSlash) || !dialog()) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-search]')) open();
    // Beside it is its backdrop.
    else if (event.target === dialog() || event.target.closest?.('[data-search-close]')) dialog().close();
  });
  globalThis.analyticsSearch = { close: () => dialog().close() };
})();
