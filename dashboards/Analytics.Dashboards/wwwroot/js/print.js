// Prints the page by a button that may be rendered later.
document.addEventListener('click', event => {
  if (event.target.closest?.('[data-print]')) print();
});
