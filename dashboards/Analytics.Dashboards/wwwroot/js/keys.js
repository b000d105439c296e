// Escape closes the drawer wherever the focus is; the library's side dialog does not.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') document.querySelector('.rz-dialog-side .rz-dialog-side-titlebar-close, .rz-dialog-side .rz-dialog-titlebar-close')?.click();
});
