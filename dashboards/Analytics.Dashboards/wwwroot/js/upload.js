// Sends files to the server, three at a time, and shows how each fares. What is under way goes on while other pages of the
// dashboards are looked at; the list is there again when the person comes back. All texts come from the page.
const atATime = 3;
const pauses = [1000, 4000];
const base = '/jobs/uploads';
const sidecarEnd = '.source.json';
const board = document.createElement('div');
const drops = new Set();
const queue = [];
let settings;
let opening;
let underWay = 0;
let listening = new AbortController();
board.className = 'uploads';

// Makes a drop zone of an element: [data-pick] open the [data-input] of the same name, [data-board] shows the files.
export function attach(root, given) {
  settings = given;
  root.querySelector('[data-board]').append(board);
  for (const input of root.querySelectorAll('[data-input]')) {
    root.querySelector(`[data-pick="${input.dataset.input}"]`).addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      take([...input.files].map(file => ({ file, path: file.webkitRelativePath || file.name })));
      input.value = '';
    });
  }
  // A file that misses the zone would be opened by the browser in place of the page.
  listening.abort();
  listening = new AbortController();
  const page = root.closest('main') ?? root;
  const over = isAbove => root.classList.toggle('over', isAbove);
  const on = (name, handle) => page.addEventListener(name, event => { if (root.isConnected && holdsFiles(event)) handle(event); }, { signal: listening.signal });
  on('dragover', event => { event.preventDefault(); over(true); });
  on('dragleave', event => { if (!page.contains(event.relatedTarget)) over(false); });
  on('drop', async event => {
    event.preventDefault();
    over(false);
    take(await filesOf(event.dataTransfer));
  });
  root.dataset.ready = '';
}

const holdsFiles = event => event.dataTransfer?.types.includes('Files');
const say = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), settings.texts[key]);

// Folders are walked through; their entries come a hundred at a time.
async function filesOf(transfer) {
  const given = [...transfer.items].filter(item => item.kind === 'file').map(item => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
  const files = [];
  const walk = async (entry, path) => {
    if (entry.isFile) {
      files.push({ file: await new Promise((done, fail) => entry.file(done, fail)), path });
      return;
    }
    const reader = entry.createReader();
    for (let some; (some = await new Promise((done, fail) => reader.readEntries(done, fail))).length > 0;) {
      for (const child of some) await walk(child, `${path}/${child.name}`);
    }
  };
  for (const one of given) {
    if (one instanceof File) files.push({ file: one, path: one.name });
    else await walk(one, one.name);
  }
  return files;
}

// Files by name, with what belongs beside them; hidden files are left out.
function take(given) {
  given.sort((one, other) => one.path < other.path ? -1 : 1);
  const files = given.filter(({ path }) => !path.split('/').some(part => part.startsWith('.')) && !/(^|\/)(thumbs\.db|desktop\.ini)$/i.test(path));
  const isSidecar = ({ path }) => path.toLowerCase().endsWith(sidecarEnd);
  const sidecars = new Map(files.filter(isSidecar).map(one => [one.path.slice(0, -sidecarEnd.length), one.file]));
  const entries = files.filter(one => !isSidecar(one)).map(one => {
    const sidecar = sidecars.get(one.path);
    sidecars.delete(one.path);
    return { ...one, sidecar };
  });
  for (const [path, file] of sidecars) entries.push({ file, path: path + sidecarEnd, refusal: say('sidecarAlone') });
  if (entries.length === 0) {
    note(say('nothing'));
    return;
  }
  note('');
  start(entries);
}

function note(text) {
  let line = board.querySelector('.uploadnote');
  if (!line) {
    line = make('p', 'uploadnote sub');
    line.setAttribute('role', 'status');
    board.prepend(line);
  }
  line.textContent = text;
}

// What was dropped together is one run.
function start(given) {
  const drop = { entries: [], run: undefined, isClosed: false };
  drops.add(drop);
  draw(drop);
  for (const [position, one] of given.entries()) {
    const entry = { drop, position, ...one, tries: 0, state: 'waiting' };
    drop.entries.push(entry);
    drawEntry(entry);
    const refusal = entry.refusal ?? (entry.file.size > settings.mostBytes ? say('tooLarge') : entry.sidecar?.size > settings.mostSidecarBytes ? say('sidecarTooLarge') : undefined);
    if (refusal) settle(entry, 'refused', refusal);
    else queue.push(entry);
  }
  summarise(drop);
  next();
}

function next() {
  while (underWay < atATime && queue.length > 0) {
    const entry = queue.shift();
    underWay++;
    send(entry).finally(() => { underWay--; next(); });
  }
}

async function send(entry) {
  for (;;) {
    if (entry.state === 'cancelled') return;
    try {
      const run = await (entry.drop.run ??= open(entry));
      if (entry.state === 'cancelled') return;
      const [status, answer] = await post(entry, run);
      if (status === 200) return settle(entry, answer.state, answer.reason);
      if (status === 0 && entry.state === 'cancelled') return;
      // A run that the server does not know any more is opened again, a token that has become old is fetched again.
      if (status === 409) entry.drop.run = undefined;
      if (status === 400) opening = undefined;
      if (status > 0 && status < 500 && status !== 409 && status !== 400) return settle(entry, 'refused', answer?.error);
      throw new Error(answer?.error ?? '');
    } catch (error) {
      if (entry.state === 'cancelled') return;
      if (entry.tries >= pauses.length) return settle(entry, 'failed', error.message || say('unreachable'));
      show(entry, 'waiting');
      await new Promise(done => setTimeout(done, pauses[entry.tries++]));
    }
  }
}

// The token shows that a page of ours asks.
function token() {
  opening ??= fetch(`${base}/token`).then(answer => answer.ok ? answer.json() : refuse(answer)).catch(error => { opening = undefined; throw error; });
  return opening;
}

async function ask(path, options = {}) {
  const { token: value, header } = await token();
  const answer = await fetch(base + path, { method: 'POST', headers: { [header]: value }, ...options });
  return answer.ok ? answer : refuse(answer);
}

async function refuse(answer) {
  throw new Error((await answer.json().catch(() => undefined))?.error ?? '');
}

function open(entry) {
  const { drop } = entry;
  drop.isClosed = false;
  const files = drop.entries.filter(one => !isOver(one)).length;
  const opened = ask(`?files=${files}&name=${encodeURIComponent(entry.file.name)}`).then(answer => answer.json()).then(({ run }) => {
    drop.link.href = `jobs/runs/${run}`;
    drop.link.hidden = false;
    return run;
  });
  opened.catch(() => { if (drop.run === opened) drop.run = undefined; });
  return opened;
}

// By XMLHttpRequest, since fetch does not tell how much has been sent.
async function post(entry, run) {
  const { token: value, header } = await token();
  return new Promise(done => {
    const request = entry.request = new XMLHttpRequest();
    request.open('POST', `${base}/${run}/files?position=${entry.position}&name=${encodeURIComponent(entry.path)}`);
    request.responseType = 'json';
    request.setRequestHeader(header, value);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (entry.sidecar) request.setRequestHeader('Sidecar-Length', entry.sidecar.size);
    request.upload.addEventListener('progress', event => show(entry, 'sending', event.total > 0 ? event.loaded / event.total : 1));
    request.upload.addEventListener('load', () => show(entry, 'taking', 1));
    request.addEventListener('loadend', () => done([request.status, request.response]));
    show(entry, 'sending', 0);
    request.send(entry.sidecar ? new Blob([entry.sidecar, entry.file]) : entry.file);
  });
}

// It has come to an end, one way or another.
const isOver = entry => !['waiting', 'sending', 'taking'].includes(entry.state);

function settle(entry, state, reason) {
  show(entry, state, 1, reason);
  const { drop } = entry;
  if (!drop.entries.every(isOver) || !drop.run || drop.isClosed) return;
  drop.isClosed = true;
  drop.run.then(run => ask(`/${run}/close`)).catch(() => { /* The server closes it by itself after a while. */ });
}

function cancel(entry) {
  if (isOver(entry)) return;
  settle(entry, 'cancelled');
  entry.request?.abort();
}

// A run once closed takes no more: what is tried again is a drop of its own.
function again(drop) {
  const failed = drop.entries.filter(entry => entry.state === 'failed');
  for (const entry of failed) entry.row.remove();
  drop.entries = drop.entries.filter(entry => entry.state !== 'failed');
  if (drop.entries.length === 0) remove(drop);
  else summarise(drop);
  start(failed.map(({ file, path, sidecar }) => ({ file, path, sidecar })));
}

function remove(drop) {
  drops.delete(drop);
  drop.element.remove();
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  if (text) element.textContent = text;
  return element;
}

function button(text, click) {
  const element = make('button', 'button small', text);
  element.type = 'button';
  element.addEventListener('click', click);
  return element;
}

function draw(drop) {
  drop.element = make('section', 'uploaddrop');
  drop.element.setAttribute('aria-label', say('list'));
  drop.summary = make('p', 'uploadsummary');
  drop.summary.setAttribute('role', 'status');
  drop.link = make('a', '', say('open'));
  drop.link.hidden = true;
  drop.cancelAll = button(say('cancelAll'), () => drop.entries.forEach(cancel));
  drop.retryAll = button(say('retryAll'), () => again(drop));
  drop.dismiss = button(say('dismiss'), () => remove(drop));
  drop.list = make('ul', 'uploadlist');
  drop.list.tabIndex = 0;
  const head = make('div', 'uploadhead');
  head.append(drop.summary, drop.link, drop.cancelAll, drop.retryAll, drop.dismiss);
  drop.element.append(head, drop.list);
  board.append(drop.element);
}

function drawEntry(entry) {
  entry.row = make('li', 'upload waiting');
  entry.bar = make('span', 'part');
  const bar = make('div', 'bar');
  bar.setAttribute('role', 'progressbar');
  bar.setAttribute('aria-label', say('progress', entry.file.name));
  bar.setAttribute('aria-valuemin', 0);
  bar.setAttribute('aria-valuemax', 100);
  bar.append(entry.bar);
  entry.word = make('span', 'uploadstate', say('waiting'));
  entry.stop = button(say('cancel'), () => cancel(entry));
  entry.stop.setAttribute('aria-label', `${say('cancel')} ${entry.file.name}`);
  const name = make('span', 'uploadname', entry.path);
  name.title = entry.path;
  entry.row.append(name, bar, entry.word, entry.stop);
  entry.drop.list.append(entry.row);
}

function show(entry, state, share = 0, reason = '') {
  if (isOver(entry)) return;
  entry.state = state;
  const percent = Math.round(share * 100);
  entry.row.className = `upload ${state}`;
  entry.bar.style.width = `${percent}%`;
  entry.bar.parentElement.setAttribute('aria-valuenow', percent);
  entry.bar.parentElement.setAttribute('aria-valuetext', say(state, percent));
  entry.word.textContent = say(state, percent) + (reason ? settings.texts.colon + reason : '');
  entry.stop.hidden = isOver(entry);
  if (isOver(entry)) summarise(entry.drop);
}

// Told once all is through, so that hundreds of files are not read out one by one.
function summarise(drop) {
  const count = state => drop.entries.filter(entry => entry.state === state).length;
  const isDone = drop.entries.every(isOver);
  const parts = ['received', 'known', 'quarantined', 'refused', 'failed', 'cancelled'].filter(state => count(state) > 0).map(state => `${say(state)} ${count(state)}`);
  drop.summary.setAttribute('aria-live', isDone ? 'polite' : 'off');
  drop.summary.textContent = say('summary', drop.entries.filter(isOver).length, drop.entries.length) + (parts.length > 0 ? settings.texts.colon + parts.join(settings.texts.and) : '');
  drop.cancelAll.hidden = isDone;
  drop.retryAll.hidden = !isDone || count('failed') === 0;
  drop.dismiss.hidden = !isDone;
}

addEventListener('beforeunload', event => {
  if ([...drops].some(drop => !drop.entries.every(isOver))) event.preventDefault();
});
addEventListener('pagehide', () => {
  for (const drop of drops) {
    if (drop.run && !drop.isClosed) drop.run.then(run => ask(`/${run}/close`, { keepalive: true })).catch(() => { /* The server closes it by itself. */ });
  }
});
