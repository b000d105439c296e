// A card's charts as one picture with title, subtitle and notes around them, as SVG or PNG: what is copied away stays honest.
const padding = 16;
const scale = 2;
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const escape = text => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
const words = node => (node?.innerText ?? '').replace(/\s+/g, ' ').trim();

// Breaks a text into lines of a width; Chinese may be broken anywhere.
function lines(text, width, font) {
  const context = document.createElement('canvas').getContext('2d');
  context.font = font;
  const result = [];
  let line = '';
  for (const character of text) {
    if (line && context.measureText(line + character).width > width) {
      result.push(line);
      line = '';
    }
    line += character;
  }
  return line ? [...result, line] : result;
}

// Pictures stand below each other; each is an SVG of a width and height.
function compose(card, pictures) {
  const family = getComputedStyle(card).fontFamily.replace(/"/g, "'");
  const width = Math.max(...pictures.map(picture => picture.width)) + 2 * padding;
  let y = padding;
  const parts = [];
  const write = (text, size, weight, colour) => {
    for (const line of lines(text, width - 2 * padding, `${weight} ${size}px ${family}`)) {
      y += size * 1.4;
      parts.push(`<text x="${padding}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${css(colour)}">${escape(line)}</text>`);
    }
  };
  write(words(card.querySelector('header h2')), 16, 600, '--text');
  write(words(card.querySelector('header .sub')), 13, 400, '--text-2');
  y += 8;
  for (const picture of pictures) {
    parts.push(`<svg x="${padding}" y="${y}" width="${picture.width}" height="${picture.height}">${picture.text.replace(/^<\?xml[^>]*>/, '')}</svg>`);
    y += picture.height;
  }
  const synthetic = document.querySelector('.notice.synthetic');
  if (synthetic) write(words(synthetic).replace(/^science\s*/, ''), 12, 600, '--warning');
  for (const note of card.querySelectorAll('footer > span:not(.takeaway)')) write(words(note), 12, 400, '--text-2');
  const height = Math.ceil(y + padding);
  return {
    width, height,
    text: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}">`
      + `<rect width="${width}" height="${height}" fill="${css('--surface')}"/>${parts.join('')}</svg>`,
  };
}

function download(url, name) {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

// Saves the charts of a card in the order of the page; kind is svg or png.
export function saveCharts(card, charts, kind) {
  const pictures = charts.map(chart => ({ text: chart.renderToSVGString(), width: chart.getWidth(), height: chart.getHeight(), top: chart.getDom().getBoundingClientRect().top }));
  return save(card, pictures.sort((a, b) => a.top - b.top), kind);
}

// Saves the small charts of a card where they stand, each with its caption; their colours are named by the page's variables.
export function saveSmallCharts(card, kind) {
  const drawings = [...card.querySelectorAll('svg.smallchart')].map(drawing => ({ drawing, at: drawing.getBoundingClientRect(), caption: drawing.parentElement.querySelector('figcaption') }));
  const titles = [...card.querySelectorAll('h3')].map(title => ({ title, at: title.getBoundingClientRect() }));
  const boxes = [...drawings.map(one => (one.caption ?? one.drawing).getBoundingClientRect()), ...drawings.map(one => one.at), ...titles.map(one => one.at)];
  const [left, top] = [Math.min(...boxes.map(box => box.left)), Math.min(...boxes.map(box => box.top))];
  const [right, bottom] = [Math.max(...boxes.map(box => box.right)), Math.max(...boxes.map(box => box.bottom))];
  const text = (node, size, weight, colour) => {
    const at = node.getBoundingClientRect();
    return lines(words(node), at.width + 4, `${weight} ${size}px ${getComputedStyle(card).fontFamily}`)
      .map((line, i) => `<text x="${at.left - left}" y="${at.top - top + size * (1.1 + 1.4 * i)}" font-size="${size}" font-weight="${weight}" fill="${css(colour)}">${escape(line)}</text>`).join('');
  };
  const parts = drawings.map(({ drawing, at, caption }) => (caption ? text(caption, 12, 400, '--text') : '')
    + `<svg x="${at.left - left}" y="${at.top - top}" width="${at.width}" height="${at.height}" viewBox="${drawing.getAttribute('viewBox')}">${drawing.innerHTML.replace(/var\((--[\w-]+)\)/g, (_, name) => css(name))}</svg>`);
  parts.push(...titles.map(({ title }) => text(title, 14, 600, '--text')));
  const [width, height] = [Math.ceil(right - left), Math.ceil(bottom - top)];
  return save(card, [{ text: `<svg width="${width}" height="${height}">${parts.join('')}</svg>`, width, height }], kind);
}

async function save(card, pictures, kind) {
  const picture = compose(card, pictures);
  const name = `${words(card.querySelector('header h2')).replace(/[\\/:*?"<>|\s]+/g, '-') || 'chart'}.${kind}`;
  const url = URL.createObjectURL(new Blob([picture.text], { type: 'image/svg+xml' }));
  try {
    if (kind === 'svg') {
      download(url, name);
      return;
    }
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * scale;
    canvas.height = picture.height * scale;
    const context = canvas.getContext('2d');
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    const png = URL.createObjectURL(await new Promise(resolve => canvas.toBlob(resolve, 'image/png')));
    download(png, name);
    setTimeout(() => URL.revokeObjectURL(png), 10000);
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }
}

// What style sheets say of a drawing made on the server; a picture has no style sheet.
const styled = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-weight', 'text-anchor', 'display'];

function drawn(svg) {
  const copy = svg.cloneNode(true);
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((node, i) => {
    const style = getComputedStyle(originals[i]);
    for (const name of styled) node.setAttribute(name, style.getPropertyValue(name));
    // What a small screen has no room for.
    if ('picture' in originals[i].dataset) node.removeAttribute('display');
    for (const name of ['class', 'href', 'role', 'tabindex']) node.removeAttribute(name);
  });
  const box = svg.getBoundingClientRect();
  const scale = Math.max(1, svg.viewBox.baseVal.width / box.width);
  const [width, height] = [box.width * scale, box.height * scale];
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

// Lets the buttons of a drawing's card save it.
export function offer(svg) {
  const card = svg.closest('.chartcard');
  card?.addEventListener('click', event => {
    const kind = event.target.closest('[data-image]')?.dataset.image;
    if (kind) save(card, [drawn(svg)], kind);
  });
}
