// Charts, drawn from a table that says the same to whoever has no script or does not see. Where the table changes, so do they.
import { BarChart, MapChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import ningbo from 'ningbo.geojson';

use([BarChart, MapChart, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, LabelLayout, SVGRenderer]);
registerMap('ningbo', ningbo);

const number = cell => Number(cell.textContent.replace(/[^\d]/g, ''));
// Labels are measured on a canvas, which does not know "inherit".
const font = () => getComputedStyle(document.body).fontFamily;
const contrast = () => document.documentElement.classList.contains('yw-contrast');
const style = dark => dark
  ? { text: '#dbe6f5', line: '#2b4a75', paper: '#0d2c54', colours: ['#6fb1ff', '#5fd3a4', '#f2a33a'], scale: ['#1c4174', '#6fb1ff'], edge: '#0d2c54' }
  : contrast()
  ? { text: '#fff', line: '#888', paper: '#000', colours: ['#fff', '#ffd84d', '#7ce0ff'], scale: ['#333', '#fff'], edge: '#ffd84d' }
  : { text: '#33475b', line: '#dfe5ec', paper: '#fff', colours: ['#1557ab', '#2f9e6e', '#c2561a'], scale: ['#dbe8f7', '#1557ab'], edge: '#fff' };

// The columns of the table by the labels that its cells carry.
const rowsOf = table => [...table.tBodies[0].rows].map(row => ({
  name: row.cells[0].textContent.trim(),
  link: row.cells[0].querySelector('a')?.href,
  cells: [...row.cells].filter(c => c.dataset.label).map(c => [c.dataset.label, c]),
}));
const cell = (row, label) => number(row.cells.find(([l]) => l === label)[1]);

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

// Bars lie where what they stand for has a name, and stand where it follows in time.
function bars(rows, s, labels, standing) {
  const shown = standing ? rows : rows.toReversed();
  const names = { type: 'category', data: shown.map(r => r.name), axisLabel: { color: s.text }, axisTick: { show: false }, axisLine: { lineStyle: { color: s.line } } };
  const values = { type: 'value', minInterval: 1, axisLabel: { color: s.text, hideOverlap: true }, splitLine: { lineStyle: { color: s.line } } };
  return {
    color: s.colours, textStyle: { color: s.text, fontFamily: font() }, animation: !still(),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true }, legend: { textStyle: { color: s.text }, top: 0 },
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    xAxis: standing ? names : values,
    yAxis: standing ? values : names,
    series: labels.map(label => ({ type: 'bar', name: label === '事项' ? '全部事项' : label, barMaxWidth: standing ? 20 : 12, data: shown.map(r => cell(r, label)) })),
  };
}

// A district is coloured by the sum of what the labels name.
function map(rows, s, labels) {
  const data = rows.filter(r => ningbo.features.some(f => f.properties.name === r.name)).map(r => ({ name: r.name, link: r.link, parts: labels.map(label => [label, cell(r, label)]) })).map(d => ({ ...d, value: d.parts.reduce((sum, [, n]) => sum + n, 0) }));
  const values = data.map(d => d.value);
  return {
    textStyle: { color: s.text, fontFamily: font() },
    tooltip: { confine: true, formatter: p => [p.name, ...(p.data?.parts ?? []).map(([label, n]) => `${label} ${n.toLocaleString()}`)].join('<br>') },
    visualMap: { left: 0, bottom: 0, min: Math.min(...values), max: Math.max(...values, Math.min(...values) + 1), text: ['多', '少'], inRange: { color: s.scale }, textStyle: { color: s.text }, itemHeight: 90 },
    series: [{
      type: 'map', map: 'ningbo', data, aspectScale: 0.86, selectedMode: false, top: 8, bottom: 8, labelLayout: { moveOverlap: 'shiftY' },
      itemStyle: { borderColor: s.edge, borderWidth: 1, areaColor: s.line }, label: { show: true, color: s.text, fontSize: 12, textBorderColor: s.paper, textBorderWidth: 3 },
      emphasis: { label: { color: s.text }, itemStyle: { areaColor: contrast() ? '#7a5' : '#f4c58f' } },
    }],
  };
}

class Chart extends HTMLElement {
  connectedCallback() {
    const table = document.getElementById(this.dataset.table);
    if (!table) return;
    // What it shows stands in the table.
    this.setAttribute('role', 'img');
    this.setAttribute('aria-label', `${this.dataset.title}。数字见下表`);
    this.classList.add('yw-graph');
    this.chart = init(this, null, { renderer: 'svg' });
    this.draw(table);
    this.chart.on('click', p => { if (p.data?.link) location.assign(p.data.link); });
    this.watch = new ResizeObserver(() => this.chart.resize());
    this.watch.observe(this);
    this.changes = new MutationObserver(() => this.draw(table));
    this.changes.observe(table.tBodies[0], { childList: true });
  }

  draw(table) {
    const [rows, s, labels] = [rowsOf(table), style(this.closest('.yw-board') !== null), this.dataset.values.split(' ')];
    this.chart.setOption(this.dataset.kind === 'map' ? map(rows, s, labels) : bars(rows, s, labels, this.dataset.kind === 'columns'));
  }

  disconnectedCallback() {
    this.changes?.disconnect();
    this.watch?.disconnect();
    this.chart?.dispose();
  }
}

customElements.define('yw-chart', Chart);

// A page that shows what happens now: what is marked data-live is read again when the server says that there is news.
class Live extends HTMLElement {
  connectedCallback() {
    this.source = new EventSource(this.dataset.events);
    this.source.addEventListener('changed', () => this.read());
    this.source.onopen = () => this.tell('');
    this.source.onerror = () => this.tell(this.dataset.lost);
  }

  async read() {
    if (this.reading) return;
    this.reading = true;
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      // Somebody whose session has ended is led to sign in.
      if (!answer.ok || answer.redirected) return location.reload();
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const old of document.querySelectorAll('[data-live]')) {
        const now = fresh.getElementById(old.id);
        if (now && now.innerHTML !== old.innerHTML) old.replaceChildren(...now.childNodes);
      }
    } catch {
      this.tell(this.dataset.lost);
    } finally {
      this.reading = false;
    }
  }

  tell(words) {
    const line = document.getElementById('live-state');
    if (line) line.textContent = words;
  }

  disconnectedCallback() {
    this.source?.close();
  }
}

customElements.define('yw-live', Live);
