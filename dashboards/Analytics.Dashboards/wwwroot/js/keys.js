// In a tree the arrows move; the page stays where it is.
document.addEventListener('keydown', event => {
  const moves = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', ' '];
  if (moves.includes(event.key) && event.target.closest?.('[role="tree"]')) event.preventDefault();
});

// Escape closes the drawer or the question wherever the focus is; the library's side dialog does not, and its others only
// while they have the focus.
document.addEventListener('keydown', event => {
  // The search lies above everything and closes by itself.
  if (document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape') [...document.querySelectorAll('.rz-dialog-side .rz-dialog-side-titlebar-close, .rz-dialog-titlebar-close')].at(-1)?.click();
});
