// Small things a page asks of the browser.
export async function copyAddress() {
  await navigator.clipboard.writeText(location.href);
}

export async function copyText(id) {
  await navigator.clipboard.writeText(document.getElementById(id).textContent);
}

export function printPage() {
  print();
}
