// Charts of 一网晒权, drawn from the table under each: the table says the same to whoever has no script or does not see.
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
const style = () => contrast()
  ? { text: '#fff', line: '#888', paper: '#000', colours: ['#fff', '#ffd84d', '#7ce0ff'], scale: ['#333', '#fff'], edge: '#ffd84d' }
  : { text: '#33475b', line: '#dfe5ec', paper: '#fff', colours: ['#1557ab', '#2f9e6e', '#c2561a'], scale: ['#dbe8f7', '#1557ab'], edge: '#fff' };

// The columns of the table by the labels that its cells carry.
const rowsOf = table => [...table.tBodies[0].rows].map(row => ({
  name: row.cells[0].textContent.trim(),
  link: row.cells[0].querySelector('a')?.href,
  cells: [...row.cells].filter(c => c.dataset.label).map(c => [c.dataset.label, c]),
}));
const cell = (row, label) => number(row.cells.find(([l]) => l === label)[1]);

function bars(rows, s) {
  const shown = rows.toReversed();
  const labels = ['事项', '可网上申报', '最多跑一次'];
  return {
    color: s.colours, textStyle: { color: s.text, fontFamily: font() }, animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true }, legend: { textStyle: { color: s.text }, top: 0 },
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: s.text, hideOverlap: true }, splitLine: { lineStyle: { color: s.line } } },
    yAxis: { type: 'category', data: shown.map(r => r.name), axisLabel: { color: s.text }, axisTick: { show: false }, axisLine: { lineStyle: { color: s.line } } },
    series: labels.map(label => ({ type: 'bar', name: label === '事项' ? '全部事项' : label, barMaxWidth: 12, data: shown.map(r => cell(r, label)) })),
  };
}

function map(rows, s) {
  const data = rows.filter(r => ningbo.features.some(f => f.properties.name === r.name)).map(r => ({ name: r.name, link: r.link, powers: cell(r, '行政权力'), services: cell(r, '公共服务') })).map(d => ({ ...d, value: d.powers + d.services }));
  const values = data.map(d => d.value);
  return {
    textStyle: { color: s.text, fontFamily: font() },
    tooltip: { confine: true, formatter: p => p.data ? `${p.name}<br>行政权力 ${p.data.powers.toLocaleString()}<br>公共服务 ${p.data.services.toLocaleString()}` : p.name },
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
    const rows = rowsOf(table);
    // What it shows stands in the table.
    this.setAttribute('role', 'img');
    this.setAttribute('aria-label', `${this.dataset.title}。数字见下表`);
    this.classList.add('yw-graph');
    this.chart = init(this, null, { renderer: 'svg' });
    this.chart.setOption(this.dataset.kind === 'map' ? map(rows, style()) : bars(rows, style()));
    this.chart.on('click', p => { if (p.data?.link) location.assign(p.data.link); });
    this.watch = new ResizeObserver(() => this.chart.resize());
    this.watch.observe(this);
  }

  disconnectedCallback() {
    this.watch?.disconnect();
    this.chart?.dispose();
  }
}

customElements.define('yw-chart', Chart);
