// 合并: cells that two people changed, each shown with both values; the person chooses.
(() => {
  'use strict';
  const { element: el } = window.mingzhang;
  const dialog = document.getElementById('merge'), body = document.getElementById('merge-cells'), done = document.getElementById('merge-done');

  // Shows the conflicts; gives each with the choice 'mine' or 'theirs'.
  window.mingzhang.merge = conflicts => new Promise(resolve => {
    body.replaceChildren(...conflicts.map((c, i) => {
      const choice = (value, words, text) => el('label', { class: 'choice' },
        Object.assign(el('input', { type: 'radio', name: `merge-${i}`, value }), { checked: value === 'theirs' }), `${words}：`, el('strong', {}, text === '' ? '（空）' : text));
      const when = c.at ? new Date(c.at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }) : '';
      return el('fieldset', {},
        el('legend', {}, c.column ?? '整条记录'),
        c.column === null || c.theirs === null
          ? el('p', {}, c.theirs === null ? `${c.by ?? '别人'} 已把这一条删除，您改的“${c.mine}”没有保存。` : `${c.by ?? '别人'} 刚改过这一条，所以没有删除。`)
          : el('div', {}, el('p', { class: 'hint' }, `原来是：${c.seen === '' ? '（空）' : c.seen}`), choice('mine', '您填的', c.mine), choice('theirs', `${c.by ?? '别人'} ${when} 填的`, c.theirs)));
    }));
    done.onclick = () => {
      dialog.close();
      resolve(conflicts.map((c, i) => ({ ...c, choice: body.querySelector(`input[name=merge-${i}]:checked`)?.value ?? 'theirs' })));
    };
    dialog.oncancel = e => e.preventDefault();
    dialog.showModal();
  });
})();
