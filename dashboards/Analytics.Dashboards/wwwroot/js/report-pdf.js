// Draws a PDF page by page as it is scrolled to, and outlines cells by their boxes. Nothing in the document can run, and
// its links lead nowhere.
import * as pdfjs from '/_content/Analytics.Dashboards/lib/pdfjs/pdf.min.js';

const lib = '/_content/Analytics.Dashboards/lib/pdfjs/';
pdfjs.GlobalWorkerOptions.workerSrc = `${lib}pdf.worker.min.js`;

const mostPages = 300;

// The element names the document (data-pdf), where its cells are (data-places) and the words for a page (data-page).
export async function openPdf(element, onOver, onPick) {
  const view = new PdfView(element, onOver, onPick);
  try {
    await view.open();
    element.dataset.state = 'ready';
    return view;
  } catch (error) {
    view.dispose();
    element.dataset.state = 'failed';
    const note = element.parentElement.querySelector('[data-failed]');
    if (note) note.hidden = false;
    console.info('The PDF cannot be drawn.', error);
    return null;
  }
}

class PdfView {
  pages = [];
  places = {};

  constructor(element, onOver, onPick) {
    this.element = element;
    this.leaving = new AbortController();
    this.seen = new IntersectionObserver(entries => entries.forEach(entry => entry.isIntersecting && this.draw(entry.target)), { root: element, rootMargin: '100% 0px' });
    const on = (kind, act) => element.addEventListener(kind, act, { signal: this.leaving.signal });
    on('mousemove', event => onOver(this.at(event)));
    on('mouseleave', () => onOver(null));
    on('click', event => { const name = this.at(event); if (name) onPick(name); });
  }

  async open() {
    const { pdf, places, page: label } = this.element.dataset;
    this.loading = pdfjs.getDocument({
      url: pdf, cMapUrl: `${lib}cmaps/`, cMapPacked: true, standardFontDataUrl: `${lib}fonts/`, wasmUrl: `${lib}decoders/`, useWasm: false, enableXfa: false,
    });
    const [document_, boxes] = await Promise.all([this.loading.promise, fetch(places).then(answer => answer.ok ? answer.json() : {})]);
    this.places = boxes;
    this.document = document_;
    const first = await document_.getPage(1);
    for (let number = 1; number <= Math.min(document_.numPages, mostPages); number++) {
      const page = document.createElement('div');
      page.className = 'pdfpage';
      page.setAttribute('role', 'img');
      page.setAttribute('aria-label', label.replace('{0}', number).replace('{1}', document_.numPages));
      page.dataset.number = number;
      this.size(page, first);
      this.pages.push(page);
      this.element.append(page);
    }
    this.pages.forEach(page => this.seen.observe(page));
  }

  size(element, page) {
    const { width, height } = page.getViewport({ scale: 1 });
    Object.assign(element, { points: { width, height } });
    element.style.aspectRatio = `${width} / ${height}`;
  }

  async draw(element) {
    this.seen.unobserve(element);
    const page = await this.document.getPage(Number(element.dataset.number));
    this.size(element, page);
    this.outline(element);
    const scale = element.clientWidth / element.points.width * Math.max(1, devicePixelRatio);
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
    await page.render({ canvas, viewport }).promise;
    element.prepend(canvas);
    element.dataset.drawn = '';
  }

  // The cell that the pointer is over.
  at(event) {
    const page = event.target.closest('.pdfpage');
    if (!page) return null;
    const box = page.getBoundingClientRect();
    const x = (event.clientX - box.x) / box.width * page.points.width;
    const y = (event.clientY - box.y) / box.height * page.points.height;
    const number = Number(page.dataset.number);
    return Object.keys(this.places).find(name => {
      const place = this.places[name];
      return place.page === number && x >= place.x && y >= place.y && x <= place.x + place.width && y <= place.y + place.height;
    }) ?? null;
  }

  over(place, isScrolling) {
    this.hovered = place && this.places[place.cell] ? [place.cell] : [];
    this.pages.forEach(page => this.outline(page));
    if (isScrolling && this.hovered.length > 0) this.show(this.hovered[0]);
  }

  mark(places) {
    this.marked = places.map(place => place.cell).filter(name => this.places[name]);
    this.pages.forEach(page => this.outline(page));
    if (this.marked.length > 0) this.show(this.marked[0]);
    return this.marked.length;
  }

  outline(page) {
    page.querySelectorAll('i').forEach(old => old.remove());
    for (const [kind, names] of [['mark', this.marked ?? []], ['over', this.hovered ?? []]]) {
      for (const place of names.map(name => this.places[name]).filter(place => place.page === Number(page.dataset.number))) {
        const box = document.createElement('i');
        box.dataset[kind] = '';
        const per = (part, whole) => `${part / whole * 100}%`;
        const { width, height } = page.points;
        Object.assign(box.style, { left: per(place.x, width), top: per(place.y, height), width: per(place.width, width), height: per(place.height, height) });
        page.append(box);
      }
    }
  }

  show(name) {
    const place = this.places[name];
    const page = this.pages[place.page - 1];
    if (!page) return;
    const top = page.offsetTop + place.y / page.points.height * page.offsetHeight;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop || top > scrollTop + clientHeight - 40) this.element.scrollTo({ top: top - clientHeight / 2 });
  }

  dispose() {
    this.leaving.abort();
    this.seen.disconnect();
    this.loading?.destroy();
  }
}
