// 即时审核: after each save, what is wrong, which sentences changed, what is still missing.
(() => {
  'use strict';
  const { call, element: el } = window.mingzhang;
  const list = (title, items, make) => items.length === 0 ? null : el('section', {}, el('h3', {}, `${title} ${items.length}`), el('ul', {}, ...items.slice(0, 30).map(make)));

  const yuan = fen => (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  // To the cell where it is put right: on this sheet at once, else by its address.
  const toCell = (data, jump) => {
    if (!jump) return null;
    const link = el('a', { href: data.root + jump.href, class: 'to-cell' }, jump.records.length > 1 ? `去改（${jump.records.length} 条）` : '去改');
    link.addEventListener('click', e => { if (window.mingzhang.go?.(jump)) e.preventDefault(); });
    return link;
  };

  window.mingzhang.live = (host, data, onState) => {
    let revision = Number(data.revision);
    let asked = 0;
    const show = state => {
      const parts = [];
      const here = state.mistakes.filter(m => m.sheet === data.sheet), elsewhere = state.mistakes.length - here.length;
      if (state.obstacles.length === 0) parts.push(el('p', { class: 'good-news' }, '都对上了，可以送审。'));
      parts.push(list('本表填报错误', here, m => el('li', { class: 'bad' }, el('strong', {}, `${m.column ?? ''}${m.value ? `“${m.value}”` : ''} `), m.message, ' ', toCell(data, m.jump))));
      if (elsewhere > 0) parts.push(el('p', {}, el('a', { href: data.root }, `其他表还有 ${elsewhere} 处填报错误`)));
      parts.push(list('原因与数对不上', state.kept, k => el('li', { class: 'doubt' }, k.message, ' ', toCell(data, k.jump))));
      parts.push(list('审核发现', state.findings, f => el('li', { class: f.mark }, el('strong', {}, f.place ?? ''), ' ', f.message, f.arithmetic ? el('small', {}, f.arithmetic) : null, ' ', toCell(data, f.jump))));
      if (data.reckons) parts.push(list('测算与申报数', state.projects.filter(p => p.reckoned !== undefined), p => el('li', { class: p.reckoned === p.asked ? 'good' : 'doubt' }, el('strong', {}, p.name),
        el('small', {}, `测算合计 ${yuan(p.reckoned)} 元，申报 ${yuan(p.asked)} 元${p.reckoned === p.asked ? '，相符' : `，相差 ${yuan(p.reckoned - p.asked)} 元`}`))));
      parts.push(list('刚才的改动使这些话变了', state.sentences, s => el('li', {}, el('small', {}, s.section), s.before ? el('del', {}, s.before) : null, s.after ? el('ins', {}, s.after) : null)));
      parts.push(list('公开前还缺', state.gaps, g => el('li', {}, g.what, ' ', toCell(data, g.jump), el('small', {}, g.section))));
      host.replaceChildren(...parts.filter(p => p));
    };
    const ask = async () => {
      const mine = ++asked;
      try {
        const state = await call(`${data.api}/state?since=${revision}`);
        if (mine !== asked) return;
        const isNew = state.revision !== revision;
        revision = state.revision;
        // What changed stays in view until the next change.
        if (isNew || !host.dataset.shown) show(state);
        host.dataset.shown = state.revision;
        onState(state);
      } catch (e) {
        if (mine === asked) host.replaceChildren(el('p', { class: 'hint' }, `审核暂时没有结果：${e.message}`));
      }
    };
    ask();
    setInterval(() => { if (!document.hidden) ask(); }, 15000);
    return { ask };
  };
})();
