// One ECharts instance per chart component: theme, size, tooltip and clicks.
import { saveCharts } from '/_content/Analytics.Dashboards/js/picture.js';
import * as echarts from '/_content/Analytics.Dashboards/lib/echarts/echarts.esm.min.js';
import langZH from '/_content/Analytics.Dashboards/lib/echarts/langZH.js';

echarts.registerLocale('ZH', langZH);
const live = new Set();
const root = document.documentElement;
const isChinese = root.lang !== 'en';
const isDark = () => root.dataset.theme === 'dark';
new MutationObserver(() => live.forEach(chart => chart.apply())).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
globalThis.analyticsCharts = live; // browser tests look at what is drawn

const css = name => getComputedStyle(root).getPropertyValue(name).trim();
const escape = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

// All series at the pointer, greatest value first; text comes from the data and is escaped.
function tooltip(params) {
  const items = (Array.isArray(params) ? params : [params]).filter(p => p.data && p.data.tip);
  if (items.length === 0) return '';
  items.sort((a, b) => (b.data.order ?? -Infinity) - (a.data.order ?? -Infinity));
  const rows = items.map(p => `<div class="tip-row">${p.marker ?? ''}<span>${escape(p.data.name ?? p.seriesName)}</span><b>${escape(p.data.tip)}</b></div>`);
  return `<div class="tip-head">${escape(items[0].data.head ?? items[0].name)}</div>${rows.join('')}`;
}

// Axes alone may shorten numbers; everything else shows them in full.
const steps = isChinese ? [[1e8, '亿'], [1e4, '万']] : [[1e9, 'bn'], [1e6, 'm'], [1e4, 'k', 1e3]];
function shorten(value) {
  const step = steps.find(([from]) => Math.abs(value) >= from);
  return step ? `${value / (step[2] ?? step[0])}${step[1]}` : String(value);
}

function formatAxes(option) {
  for (const axis of [option.xAxis, option.yAxis].flat()) {
    if (axis?.type !== 'value' || !axis.axisLabel) continue;
    const { ranks } = axis;
    axis.axisLabel.formatter = ranks ? value => (value < 1 || value > ranks + 1 ? '' : value > ranks ? `>${ranks}` : String(value)) : axis.years ? value => String(value) : axis.percent ? value => `${Math.round(value * 100)}%` : shorten;
    delete axis.ranks;
    delete axis.years;
    delete axis.percent;
  }
}

// A line between two categories: ECharts rounds its place to one of them, so it stands on a hidden axis of its own.
function betweenCategories(option) {
  const marked = option.series.find(series => series.markLine);
  if (option.xAxis?.type !== 'category' || !marked) return;
  const count = option.xAxis.data.length;
  option.xAxis = [option.xAxis, { type: 'value', min: -0.5, max: count - 0.5, show: false }];
  option.series = [...option.series, { type: 'scatter', data: [], xAxisIndex: 1, markLine: marked.markLine }];
  delete marked.markLine;
}

// Small charts in one drawing: as many beside each other as fit, and the box as high as that needs.
function placeMultiples(option, element) {
  const { rowHeight } = option.multiples;
  const width = element.clientWidth;
  const columns = Math.min(option.grid.length, width < 440 ? 1 : width < 760 ? 2 : 3);
  const cell = width / columns;
  option.grid.forEach((grid, i) => {
    const [left, top] = [(i % columns) * cell, Math.floor(i / columns) * rowHeight];
    Object.assign(grid, { left: left + 4, top: top + 36, width: cell - 20, height: rowHeight - 48 });
    Object.assign(option.title[i], { left, top, padding: 4 });
    option.title[i].textStyle.width = cell - 20;
  });
  element.parentElement.style.height = `${Math.ceil(option.grid.length / columns) * rowHeight}px`;
  delete option.multiples;
}

// Names at the ends of lines: each moves up until it covers neither another nor the axis.
function spreadEndLabels(option) {
  const placed = [];
  const layout = ({ labelRect, seriesIndex }) => {
    let top = labelRect.y;
    for (let tries = 0; tries < placed.length; tries++) {
      const other = placed.slice(0, seriesIndex).find(box => box && top < box.top + box.height && box.top < top + labelRect.height
        && labelRect.x < box.x + box.width && box.x < labelRect.x + labelRect.width);
      if (!other) break;
      top = other.top - labelRect.height;
    }
    placed[seriesIndex] = { x: labelRect.x, width: labelRect.width, top, height: labelRect.height };
    return { dy: top - labelRect.y };
  };
  for (const series of option.series) if (series.endLabel?.show) series.labelLayout = layout;
}

// A band between two values over years (data: year, lower, upper) is one shape; of a single year an upright bar.
function drawBands(option) {
  for (const series of option.series) {
    if (!series.band) continue;
    delete series.band;
    const points = series.data.map(item => item.value);
    const fill = { fill: series.itemStyle.color, opacity: series.itemStyle.opacity };
    series.renderItem = (params, api) => {
      if (params.dataIndex > 0) return null;
      const edge = [...points.map(([year, low]) => api.coord([year, low])), ...points.map(([year, , high]) => api.coord([year, high])).reverse()];
      if (points.length > 1) return { type: 'polygon', shape: { points: edge }, style: fill };
      return { type: 'rect', shape: { x: edge[0][0] - 8, y: edge[1][1], width: 16, height: edge[0][1] - edge[1][1] }, style: fill };
    };
  }
}

// Hatching of a break: decals are for series alone, so its lines are drawn once as a pattern.
function hatch(option) {
  for (const { markArea } of option.series) {
    const lines = markArea?.itemStyle?.hatch;
    if (!lines) continue;
    const tile = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
    const pen = tile.getContext('2d');
    pen.strokeStyle = lines;
    pen.lineWidth = 1.5;
    for (const shift of [-8, 0, 8]) { pen.moveTo(shift, 8); pen.lineTo(shift + 8, 0); }
    pen.stroke();
    markArea.itemStyle.color = { type: 'pattern', image: tile, repeat: 'repeat', imageWidth: 8, imageHeight: 8 };
    delete markArea.itemStyle.hatch;
  }
}

class Chart {
  constructor(element, net, json) {
    this.element = element;
    this.net = net;
    this.option = JSON.parse(json);
    this.chart = echarts.init(element, null, { renderer: 'svg', locale: isChinese ? 'ZH' : 'EN' });
    this.chart.on('click', event => {
      // A link of a flow calls the node it comes from its source.
      const source = event.data?.cell ?? event.data?.source;
      if (source) net.invokeMethodAsync('MarkClicked', source);
    });
    this.observer = new ResizeObserver(() => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => { if (this.chart) { this.chart.resize(); this.apply(); } });
    });
    this.observer.observe(element);
    this.apply();
    live.add(this);
    // A card's buttons save what is drawn; the server need not be asked.
    this.card = element.closest('.chartcard');
    this.onSave = event => {
      const kind = event.target.closest('[data-image]')?.dataset.image;
      if (kind) saveCharts(this.card, [...live].filter(chart => chart.card === this.card).map(chart => chart.chart), kind);
    };
    if (this.card && ![...live].some(chart => chart !== this && chart.card === this.card)) this.card.addEventListener('click', this.onSave);
  }

  // Colours by name (var:--line) are looked up, so that one option serves both themes.
  resolve(value) {
    if (typeof value === 'string') return value.startsWith('var:') ? css(value.slice(4)) : value;
    if (Array.isArray(value)) return value.map(item => this.resolve(item));
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.resolve(item)]));
    return value;
  }

  apply() {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const option = this.resolve(this.option);
    formatAxes(option);
    if (option.multiples) {
      placeMultiples(option, this.element);
      this.chart.resize();
    }
    betweenCategories(option);
    drawBands(option);
    hatch(option);
    option.animation = !isStill;
    option.animationDuration = option.animationDurationUpdate = 250;
    option.backgroundColor = 'transparent';
    option.darkMode = isDark();
    option.tooltip = { ...option.tooltip, confine: true, formatter: tooltip, className: 'chart-tip', backgroundColor: css('--surface'), borderColor: css('--line'), textStyle: { color: css('--text'), fontSize: 13 } };
    // End labels take room that a narrow screen does not have; there a legend stands above instead.
    if (option.narrow && this.element.clientWidth < 400) {
      option.legend = { ...option.legend, show: true };
      option.grid = { ...option.grid, ...option.narrow.grid };
      option.series = option.series.map(series => ({ ...series, endLabel: { show: false } }));
    }
    delete option.narrow;
    spreadEndLabels(option);
    this.chart.setOption(option, { notMerge: true });
  }

  update(json) {
    this.option = JSON.parse(json);
    this.apply();
  }

  dispose() {
    live.delete(this);
    this.card?.removeEventListener('click', this.onSave);
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
    this.chart.dispose();
    this.chart = null;
  }
}

export function create(element, net, json) { return new Chart(element, net, json); }
