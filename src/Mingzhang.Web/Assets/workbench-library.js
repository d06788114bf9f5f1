// 指标库: indicators by their official dimensions, chosen for a project and added to the sheet.
(() => {
  'use strict';
  const { element: el } = window.mingzhang;
  const dialog = document.getElementById('library'), open = document.getElementById('open-library');
  if (!dialog || !open) return;
  const body = document.getElementById('library-items'), find = document.getElementById('library-find'), project = document.getElementById('library-project'), term = document.getElementById('library-term');

  // Called by the grid when its sheet has a library.
  window.mingzhang.library = (items, projects, add) => {
    open.hidden = false;
    project.replaceChildren(el('option', { value: '' }, '部门（单位）整体'), ...projects.map(([code, name]) => el('option', { value: code }, `${name}（${code}）`)));
    const show = () => {
      const words = find.value.trim();
      const groups = new Map();
      items.forEach((item, i) => {
        const c = item.cells, text = `${c['一级指标'] ?? ''} ${c['二级指标'] ?? ''} ${c['三级指标'] ?? ''} ${item.note}`;
        if (words && !text.includes(words)) return;
        const group = `${c['一级指标'] ?? ''} › ${c['二级指标'] ?? ''}`;
        if (!groups.has(group)) groups.set(group, []);
        const value = [c['比较'], c['数值'], c['单位']].filter(t => t).join(' ') || c['定性'] || '';
        groups.get(group).push(el('label', { class: 'choice' }, el('input', { type: 'checkbox', value: i }), ' ', c['三级指标'], value ? ` ${value}` : '', el('small', {}, ` ${item.note}`)));
      });
      body.replaceChildren(...[...groups].map(([name, labels]) => el('fieldset', {}, el('legend', {}, name), ...labels)));
      if (groups.size === 0) body.replaceChildren(el('p', { class: 'hint' }, '没有这样的指标。可以直接在表里写，或请管理员加进 data/performance/指标库.yaml。'));
    };
    open.onclick = () => { find.value = ''; show(); dialog.showModal(); find.focus(); };
    find.oninput = show;
    dialog.onclose = () => {
      if (dialog.returnValue !== 'add') return;
      const chosen = [...body.querySelectorAll('input:checked')].map(b => items[Number(b.value)]);
      add(chosen.map(item => ({ ...item.cells, 项目编码: project.value, 期限: term.value })));
      dialog.returnValue = '';
    };
  };
})();
