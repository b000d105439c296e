// The banner's button, and a reload when the server no longer knows the session.
(() => {
  const banner = document.getElementById('components-reconnect-modal');
  document.getElementById('reconnect').addEventListener('click', () => globalThis.Blazor.reconnect());
  new MutationObserver(() => {
    if (banner.classList.contains('components-reconnect-rejected')) location.reload();
  }).observe(banner, { attributes: true, attributeFilter: ['class'] });
})();
