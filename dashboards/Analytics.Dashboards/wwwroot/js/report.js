// Links the printed tables of a report with its document: what is pointed at or chosen on one side is outlined on the other.
// The document is in a frame that runs nothing; since it is of our own origin we may look into it.
const open = '/_content/Analytics.Dashboards/js/report-pdf.js';

export const link = root => new Link(root);

class Link {
  marks = [];
  view = null;

  constructor(root) {
    this.root = root;
    this.leaving = new AbortController();
    const on = (kind, act) => root.addEventListener(kind, act, { signal: this.leaving.signal });
    for (const kind of ['mouseover', 'focusin']) on(kind, event => this.over(placeOf(event.target.closest('[data-cell]')), true));
    for (const kind of ['mouseout', 'focusout']) on(kind, event => event.target.closest('[data-cell]') && this.over(null, true));
    on('keydown', move);
  }

  // Marks are [{cell, line, metric}]; the view may have been changed by then.
  update(marks) {
    const isNew = JSON.stringify(marks) !== JSON.stringify(this.marks);
    this.marks = marks;
    if (isNew) this.reveal();
    const shown = this.root.querySelector('iframe[data-original], [data-pdf]');
    if (shown !== this.shown) {
      this.view?.dispose?.();
      this.view = null;
      this.shown = shown;
      if (shown?.dataset.pdf) this.openPdf(shown);
      else if (shown) this.openFrame(shown);
    } else if (isNew) this.apply();
  }

  dispose() {
    this.leaving.abort();
    this.view?.dispose?.();
  }

  openFrame(frame) {
    const take = () => {
      const page = frame.contentDocument;
      if (!page || page.URL === 'about:blank' || page.readyState === 'loading') return;
      page.documentElement.style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
      this.view = new FrameView(page, this);
      this.apply();
    };
    frame.addEventListener('load', take, { signal: this.leaving.signal });
    take();
  }

  async openPdf(element) {
    const { openPdf } = await import(open);
    const view = await openPdf(element, place => this.back(place), place => this.pick(place));
    if (this.shown !== element || this.leaving.signal.aborted) return view?.dispose();
    this.view = view;
    this.apply();
  }

  // From the tables to the document.
  over(place, isScrolling) {
    this.view?.over(place, isScrolling);
  }

  apply() {
    const found = this.view?.mark(this.marks) ?? 0;
    const note = this.root.querySelector('[data-unfound]');
    if (note) note.hidden = this.marks.length === 0 || found > 0 || !this.view;
  }

  // At least one of the chosen cells is to be seen in the tables, if they are shown at all.
  reveal() {
    const cells = this.marks.map(mark => this.root.querySelector(`[data-metric="${mark.metric}"]`)).filter(cell => cell?.getClientRects().length > 0);
    const isSeen = cell => { const { top, bottom } = cell.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; };
    if (cells.length > 0 && !cells.some(isSeen)) cells[0].scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  // From the document to the tables.
  back(name) {
    for (const other of this.root.querySelectorAll('[data-over]')) delete other.dataset.over;
    const cell = name && this.find(name);
    if (cell) cell.dataset.over = '';
  }

  pick(name) {
    this.find(name)?.click();
  }

  find(name) {
    return this.root.querySelector(`[data-cell="${name}"], [data-line="${name}"]`);
  }
}

const placeOf = element => element && { cell: element.dataset.cell, line: element.dataset.line };

class FrameView {
  constructor(page, link) {
    this.page = page;
    const named = event => event.target.closest?.('[id]')?.id;
    page.addEventListener('mouseover', event => link.back(named(event)));
    page.addEventListener('mouseleave', () => link.back(null));
    page.addEventListener('click', event => named(event) && link.pick(named(event)));
  }

  find(place) {
    return place && (this.page.getElementById(place.cell) ?? this.page.getElementById(place.line));
  }

  over(place, isScrolling) {
    this.clear('over');
    const element = this.find(place);
    if (!element) return;
    element.dataset.over = '';
    if (isScrolling) this.show(element);
  }

  mark(places) {
    this.clear('mark');
    const elements = places.map(place => this.find(place)).filter(Boolean);
    for (const element of elements) element.dataset.mark = '';
    if (elements.length > 0) this.show(elements[0]);
    return elements.length;
  }

  clear(kind) {
    for (const element of this.page.querySelectorAll(`[data-${kind}]`)) delete element.dataset[kind];
  }

  // Within the frame only: the page around it stays where it is.
  show(element) {
    const view = this.page.defaultView;
    const aside = element.closest('.wide');
    let box = element.getBoundingClientRect();
    if (aside && (box.left < 0 || box.right > view.innerWidth)) aside.scrollLeft += box.left - view.innerWidth / 2;
    box = element.getBoundingClientRect();
    const isAbove = box.top < 0 || box.bottom > view.innerHeight;
    const isBeside = box.left < 0 || box.right > view.innerWidth;
    view.scrollBy(isBeside ? box.left - view.innerWidth / 2 : 0, isAbove ? box.top - view.innerHeight / 2 : 0);
  }
}

// Arrows go from cell to cell as they lie.
function move(event) {
  const from = event.target.closest?.('[data-cell]');
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!from || !way || event.ctrlKey || event.altKey || event.metaKey) return;
  const middle = element => { const box = element.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const [x, y] = middle(from);
  let next = null;
  let least = Infinity;
  for (const cell of from.closest('table').querySelectorAll('[data-cell]')) {
    const [cx, cy] = middle(cell);
    const ahead = (cx - x) * way[0] + (cy - y) * way[1];
    const aside = Math.abs((cx - x) * way[1]) + Math.abs((cy - y) * way[0]);
    const cost = ahead + 4 * aside;
    if (cell !== from && ahead > 4 && aside < 4 * ahead + 40 && cost < least) [next, least] = [cell, cost];
  }
  if (!next) return;
  event.preventDefault();
  next.focus();
}
