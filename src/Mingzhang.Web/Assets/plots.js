// Draws a plot above each table that has room for one. The table is the data; without this script nothing is missing.
(() => {
  'use strict';
  if (!window.echarts) return;
  const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colours = [token('--link'), token('--seal'), '#c08a2e', '#4d7f62', '#6b5b95', '#8a8f98', '#2f8f9d', '#b3586b'];
  const number = cell => { const n = Number(cell.textContent.trim().replace(/,/g, '')); return Number.isFinite(n) ? n : null; };
  const short = n => n.toLocaleString('zh-CN', { maximumFractionDigits: 2 });
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const plots = [];
  for (const place of document.querySelectorAll('[data-plot]')) {
    const table = document.getElementById(place.dataset.table);
    const heads = [...table.tHead.rows[0].cells].slice(1, -1).map(c => c.textContent.trim().replace(/\s+/g, ' '));
    const rows = [...table.tBodies[0].rows].map(r => ({ name: r.cells[0].textContent.trim(), values: [...r.cells].slice(1, -1).map(number) }));
    const stacked = place.dataset.plot === 'stack';
    place.hidden = false;
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', `${place.previousElementSibling.textContent}，数据见下表`);
    const plot = echarts.init(place, null, { renderer: 'canvas' });
    plot.setOption({
      color: colours,
      animation: !still,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: token('--ink') },
      grid: { left: 8, right: 24, top: 44, bottom: 8, containLabel: true },
      legend: { top: 8, type: 'scroll' },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText', valueFormatter: v => v === null ? '—' : `${short(v)} ${place.dataset.unit ?? '万元'}` },
      xAxis: { type: 'category', data: stacked ? heads : rows.map(r => r.name), axisLabel: { interval: 0, width: 92, overflow: 'break' }, axisTick: { show: false } },
      yAxis: { type: 'value', axisLabel: { formatter: short }, splitLine: { lineStyle: { color: token('--hair') } } },
      series: stacked
        ? rows.map(r => ({ name: r.name, type: 'bar', stack: 'all', barMaxWidth: 64, data: r.values }))
        : heads.map((h, i) => ({ name: h, type: 'bar', barMaxWidth: 36, data: rows.map(r => r.values[i]) })),
    });
    plots.push(plot);
  }
  addEventListener('resize', () => plots.forEach(p => p.resize()));
})();
