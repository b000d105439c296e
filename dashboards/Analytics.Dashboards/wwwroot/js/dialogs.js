// The library's dialogs take the focus to their first field half a second after they open: from under the fingers of
// whoever was faster. A focus that is already within the dialog stays.
(() => {
  const radzen = globalThis.Radzen;
  const focusFirst = radzen.focusFirstFocusableElement;
  radzen.focusFirstFocusableElement = content => {
    const dialog = content.closest('[role="dialog"]') ?? content;
    if (!dialog.contains(document.activeElement)) focusFirst(content);
  };
})();
