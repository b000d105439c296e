// Small things a page asks of the browser.
export async function copyAddress() {
  await navigator.clipboard.writeText(location.href);
}
