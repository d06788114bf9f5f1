// The grid of a sheet: a spreadsheet's keys over Tabulator, every change saved by itself, nobody's change lost.
(async () => {
  'use strict';
  const host = document.getElementById('grid');
  if (!host || !window.Tabulator) return;
  const { call, element: el, merge, live } = window.mingzhang;
  const data = host.dataset, path = `${data.api}/sheets/${encodeURIComponent(data.sheet)}`;
  const saved = document.getElementById('saved'), help = document.getElementById('field-help');
  const buttons = Object.fromEntries(['add-row', 'insert-row', 'remove-rows', 'undo', 'redo'].map(id => [id, document.getElementById(id)]));

  const sheet = await call(path);
  const fields = new Map(sheet.fields.map(f => [f.name, f]));
  const names = sheet.fields.map(f => f.name);
  const labels = new Map(Object.entries(sheet.lists).map(([name, items]) => [name, new Map(items)]));
  const amount = sheet.fields.find(f => f.kind === 'Amount')?.name;
  let revision = sheet.revision, nextKey = 1, mistakes = new Map(), remarks = new Map(), kept = new Map(), reckoned = new Map();

  // A row is what the grid shows: its cells by column, _k its key here, _id its number in the database (null while new).
  const rowOf = r => ({ ...Object.fromEntries(names.map(n => [n, r.cells[n] ?? ''])), _k: `k${nextKey++}`, _id: r.id, _rev: r.rev });
  const byKey = new Map();
  const remember = row => { byKey.set(row._k, row); return row; };

  /* ---- what a cell shows ---- */
  const fen = text => /^-?\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null;
  const money = f => (f / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const lastOf = row => sheet.last[sheet.matching.map(m => row[m]).join('\n')];
  const formatter = cell => {
    const name = cell.getField(), row = cell.getData(), field = fields.get(name), text = cell.getValue() ?? '';
    const root = cell.getElement(), wrong = mistakes.get(`${row._id}/${name}`), remark = remarks.get(`${row._id}/${name}`), stale = kept.get(`${row._id}/${name}`);
    root.classList.toggle('wrong', Boolean(wrong));
    root.classList.toggle('remarked', Boolean(remark));
    root.classList.toggle('stale', Boolean(stale));
    const words = [wrong, stale, remark].filter(w => w).join('\n');
    if (words) root.title = words; else root.removeAttribute('title');
    if (field.kind === 'Amount') { const f = fen(text); return document.createTextNode(f === null ? text : money(f)); }
    const label = field.list ? labels.get(field.list)?.get(text) : undefined;
    if (!label || label === text) return document.createTextNode(text);
    return el('span', {}, text, ' ', el('small', {}, label));
  };
  const formula = sheet.fields.find(f => f.kind === 'Formula')?.name;
  const lastColumn = (title, value) => ({
    title, field: `_${title}`, hozAlign: 'right', width: 130, cssClass: 'reckoned', headerSort: false, editable: false,
    formatter: cell => { const v = value(cell.getData()); return document.createTextNode(v === null || v === undefined ? '' : money(v)); },
  });

  /* ---- editing ---- */
  let firstSign = null;
  const normal = (field, text) => {
    const plain = text.trim();
    if (field.kind === 'Amount') { const bare = plain.replace(/[,，\s]/g, ''); const f = fen(bare); return f === null ? plain : (f / 100).toFixed(2); }
    if (!field.list) return plain;
    // A value, its label, or both as the list shows them.
    const items = labels.get(field.list) ?? new Map();
    if (items.has(plain)) return plain;
    const head = plain.split(' ')[0];
    if (items.has(head)) return head;
    for (const [value, label] of items) if (label === plain) return value;
    return plain;
  };
  const editor = (cell, onRendered, success, cancel) => {
    const field = fields.get(cell.getField());
    const input = el('input', { 'aria-label': field.name, autocomplete: 'off', list: field.list ? `list-${field.list}` : null, inputmode: field.kind === 'Amount' ? 'decimal' : null });
    const start = firstSign;
    firstSign = null;
    input.value = start ?? cell.getValue() ?? '';
    onRendered(() => { input.focus(); if (start === null) input.select(); });
    if (field.kind === 'Formula') { input.addEventListener('input', () => reckon(input.value)); reckon(input.value); }
    let isOver = false;
    const finish = move => { if (isOver) return; isOver = true; success(normal(field, input.value)); if (move) after(move); };
    input.addEventListener('blur', () => finish(null));
    input.addEventListener('keydown', e => {
      if (e.isComposing) return;
      if (e.key === 'Enter') { e.preventDefault(); e.stopPropagation(); finish('down'); }
      else if (e.key === 'Tab') { e.preventDefault(); e.stopPropagation(); finish(e.shiftKey ? 'left' : 'right'); }
      else if (e.key === 'Escape') { e.stopPropagation(); isOver = true; cancel(); focusGrid(); }
      else e.stopPropagation();
    });
    return input;
  };
  // What a calculation gives, while it is typed.
  let reckonTimer = null, reckonAsked = 0;
  const reckon = text => {
    clearTimeout(reckonTimer);
    reckonTimer = setTimeout(async () => {
      const mine = ++reckonAsked;
      try {
        const result = await call(`${data.api}/calculate?text=${encodeURIComponent(text)}`);
        if (mine === reckonAsked) help.replaceChildren(el('strong', {}, '测算　'), el('span', { id: 'reckoned', class: result.doubtful ? 'doubt' : 'good' }, result.words || '写成算式，例如 1500 元/人 × 200 人。'));
      } catch { /* the line is down: saving says so */ }
    }, 120);
  };
  const focusGrid = () => host.querySelector('.tabulator-tableholder')?.focus();
  const after = direction => setTimeout(() => { table.modules.selectRange.navigate(false, false, direction); focusGrid(); }, 0);

  const columns = [
    { title: '序', field: '_n', formatter: 'rownum', width: 46, hozAlign: 'right', headerSort: false, frozen: true, cssClass: 'row-number', resizable: false },
    ...sheet.fields.map(f => ({
      title: f.name + (f.required ? ' *' : ''), field: f.name, formatter, editor, editable: () => sheet.editable, headerSort: true,
      hozAlign: f.kind === 'Amount' || f.kind === 'Count' || f.kind === 'Quantity' ? 'right' : 'left',
      width: f.kind === 'LongText' || f.kind === 'Formula' ? 360 : f.kind === 'Amount' ? 140 : f.list ? 190 : 130,
      sorter: f.kind === 'Amount' ? (a, b) => (fen(a) ?? 0) - (fen(b) ?? 0) : 'string',
      bottomCalc: f.name === amount ? values => values.reduce((sum, v) => sum + (fen(v ?? '') ?? 0), 0) : undefined,
      bottomCalcFormatter: f.name === amount ? cell => document.createTextNode(money(cell.getValue() ?? 0)) : undefined,
    })),
    ...(sheet.matching.length > 0 && Object.keys(sheet.last).length > 0 ? [
      lastColumn('上年(元)', lastOf),
      lastColumn('增减(元)', row => { const last = lastOf(row), now = fen(row[amount] ?? ''); return now === null ? null : now - (last ?? 0); }),
    ] : []),
    ...(formula ? [lastColumn('算得(元)', row => reckoned.get(row._id)?.fen)] : []),
  ];
  for (const [name, items] of labels)
    document.body.append(el('datalist', { id: `list-${name}` }, ...[...items].map(([value, label]) => el('option', { value }, label === value ? '' : label))));

  const table = new Tabulator(host, {
    data: sheet.records.map(r => remember(rowOf(r))), index: '_k', columns, nestedFieldSeparator: false, layout: 'fitDataFill', height: '100%',
    selectableRange: 1, selectableRangeColumns: false, selectableRangeRows: true, editTriggerEvent: 'dblclick', rowHeight: 32,
    clipboard: 'copy', clipboardCopyStyled: false, clipboardCopyRowRange: 'range', clipboardCopyConfig: { rowHeaders: false, columnHeaders: false },
    columnDefaults: { resizable: 'header' }, placeholder: sheet.editable ? '还没有记录：点“添加一行”，或从 Excel 复制后在这里粘贴。' : '没有记录。',
  });
  await new Promise(resolve => table.on('tableBuilt', resolve));
  // Tabulator's holders stand between grid and rows; whoever hears the page is told what they are.
  host.setAttribute('aria-label', data.sheet);
  host.querySelector('.tabulator-tableholder').setAttribute('role', 'rowgroup');
  host.querySelector('.tabulator-table').setAttribute('role', 'presentation');
  for (const part of host.querySelectorAll('.tabulator-footer, .tabulator-footer-contents, .tabulator-calcs-holder')) part.setAttribute('role', 'presentation');

  /* ---- changes: each goes through here, is kept for undo and saved ---- */
  const undone = [], redone = [], pending = new Map();
  let removed = [], group = null;
  const note = change => { if (group) group.push(change); else { undone.push([change]); redone.length = 0; } tools(); };
  const together = work => { group = []; work(); const made = group; group = null; if (made.length > 0) { undone.push(made); redone.length = 0; } tools(); };
  const tools = () => { buttons.undo.disabled = undone.length === 0; buttons.redo.disabled = redone.length === 0; };
  const keep = (row, name, old) => {
    if (!pending.has(row._k)) pending.set(row._k, new Map());
    const cells = pending.get(row._k);
    if (!cells.has(name)) cells.set(name, old);
    soon();
  };
  const put = (row, name, value, isNoted = true) => {
    const old = row[name] ?? '';
    if (old === value) return;
    table.updateData([{ _k: row._k, [name]: value }]);
    row[name] = value;
    keep(row, name, old);
    if (isNoted) note({ k: row._k, name, old, value });
  };
  table.on('cellEdited', cell => {
    const row = byKey.get(cell.getData()._k), name = cell.getField(), old = cell.getOldValue() ?? '', value = cell.getValue() ?? '';
    if (!row || old === value) return;
    row[name] = value;
    keep(row, name, old);
    note({ k: row._k, name, old, value });
    cell.getRow().reformat();
  });
  // At the end, or before another row.
  const addRow = (cells = {}, before = null) => {
    const row = remember({ ...Object.fromEntries(names.map(n => [n, cells[n] ?? ''])), _k: `k${nextKey++}`, _id: null, _rev: 0 });
    const next = before !== null && byKey.has(before) ? before : null;
    if (next) { row._inserted = true; table.addRow(row, true, next); } else table.addRow(row);
    for (const n of names) if (row[n] !== '') keep(row, n, '');
    note({ k: row._k, added: true });
    return row;
  };
  const order = () => table.getRows().map(r => r.getData()._k);
  const keyAfter = key => { const keys = order(), at = keys.indexOf(key); return at >= 0 && at + 1 < keys.length ? keys[at + 1] : null; };
  const removeRow = (row, isNoted = true) => {
    if (row._id !== null) removed.push({ record: row._id, revision: row._rev });
    pending.delete(row._k);
    const next = keyAfter(row._k);
    table.deleteRow(row._k);
    byKey.delete(row._k);
    if (isNoted) note({ removed: { ...row }, next });
    soon();
  };
  const revert = (changes, isUndo) => {
    for (const c of isUndo ? [...changes].reverse() : changes) {
      if (c.name !== undefined) { const row = byKey.get(c.k); if (row) put(row, c.name, isUndo ? c.old : c.value, false); }
      else if (c.added) {
        if (isUndo) { const row = byKey.get(c.k); if (row) { c.cells = { ...row }; removeRow(row, false); } } else { group = []; c.k = addRow(c.cells)._k; group = null; }
      } else if (isUndo) { group = []; c.k = addRow(c.removed, c.next)._k; group = null; }
      else { const row = byKey.get(c.k); if (row) removeRow(row, false); }
    }
    tools();
  };
  const undo = () => { const g = undone.pop(); if (g) { revert(g, true); redone.push(g); tools(); } };
  const redo = () => { const g = redone.pop(); if (g) { revert(g, false); undone.push(g); tools(); } };

  /* ---- saving: one request at a time, soon after the last change ---- */
  let timer = null, isSaving = false;
  const tell = (words, mark) => { saved.textContent = words; saved.className = mark ?? ''; };
  const soon = () => { clearTimeout(timer); tell('正在保存……'); timer = setTimeout(save, 350); };
  const save = async () => {
    if (isSaving) return;
    const sent = { cells: [], added: [], removed }, rows = new Map(), taken = new Map(pending), keys = order();
    // A row that was inserted stands before the next one that the database knows.
    const nextKnown = row => row._inserted ? keys.slice(keys.indexOf(row._k) + 1).map(k => byKey.get(k)?._id).find(id => id !== null && id !== undefined) ?? null : null;
    removed = [];
    for (const [k, cells] of taken) {
      const row = byKey.get(k);
      pending.delete(k);
      if (!row) continue;
      rows.set(k, row);
      if (row._id !== null) for (const [name, old] of cells) { if (old !== row[name]) sent.cells.push({ record: row._id, column: name, old, new: row[name] }); }
      else if (names.some(n => row[n] !== '')) sent.added.push({ key: k, cells: Object.fromEntries(names.filter(n => row[n] !== '').map(n => [n, row[n]])), before: nextKnown(row) });
    }
    sent.added.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
    if (sent.cells.length + sent.added.length + sent.removed.length === 0) { tell('已保存', 'good'); return; }
    isSaving = true;
    try {
      const outcome = await call(path, sent);
      for (const [k, id] of Object.entries(outcome.added)) { const row = byKey.get(k); if (row) row._id = id; else removed.push({ record: id, revision: 1 }); }
      const byId = new Map([...byKey.values()].map(r => [r._id, r]));
      for (const r of outcome.records) { const row = byId.get(r.id); if (row) row._rev = r.rev; }
      const isAlone = outcome.revision <= revision + 1;
      revision = Math.max(revision, outcome.revision);
      tell(`已保存 ${new Date().toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' })}`, 'good');
      if (outcome.conflicts.length > 0) await settle(outcome.conflicts, byId);
      if (!isAlone) await refresh();
      panel.ask();
    } catch (e) {
      if (e.refused) {
        tell(`没有保存：${e.message}`, 'bad');
        await refresh();
      } else {
        // The line is down: nothing is lost, it is tried again.
        for (const [k, cells] of taken) { const now = pending.get(k) ?? new Map(); for (const [n, old] of cells) now.set(n, old); pending.set(k, now); }
        removed = [...sent.removed, ...removed];
        tell('连不上服务器，改动还在，正在重试……', 'bad');
        timer = setTimeout(save, 3000);
      }
    } finally {
      isSaving = false;
    }
    if (pending.size + removed.length > 0 && saved.className !== 'bad') soon();
  };
  const settle = async (conflicts, byId) => {
    for (const c of await merge(conflicts)) {
      const row = byId.get(c.record);
      if (!row || c.column === null) continue;
      if (c.theirs === null) { table.deleteRow(row._k); byKey.delete(row._k); continue; }
      table.updateData([{ _k: row._k, [c.column]: c.theirs }]);
      row[c.column] = c.theirs;
      if (c.choice === 'mine') put(row, c.column, c.mine);
    }
    await refresh();
  };
  // What others changed, brought in without touching what is not yet saved.
  const refresh = async () => {
    const now = await call(path);
    revision = now.revision;
    const here = new Map([...byKey.values()].filter(r => r._id !== null).map(r => [r._id, r]));
    const updates = [];
    for (const r of now.records) {
      const row = here.get(r.id);
      here.delete(r.id);
      if (!row) { table.addRow(remember(rowOf(r))); continue; }
      row._rev = r.rev;
      const change = { _k: row._k };
      for (const n of names) if (!pending.get(row._k)?.has(n) && row[n] !== (r.cells[n] ?? '')) change[n] = row[n] = r.cells[n] ?? '';
      if (Object.keys(change).length > 1) updates.push(change);
    }
    if (updates.length > 0) table.updateData(updates);
    for (const row of here.values()) { table.deleteRow(row._k); byKey.delete(row._k); pending.delete(row._k); }
  };
  addEventListener('beforeunload', e => { if (pending.size + removed.length > 0 || isSaving) e.preventDefault(); });

  /* ---- keys, paste ---- */
  const range = () => table.getRanges()[0];
  const cellsOf = () => range()?.getStructuredCells() ?? [];
  const isEditing = () => host.contains(document.activeElement) && document.activeElement.tagName === 'INPUT';
  host.addEventListener('keydown', e => {
    if (isEditing()) return;
    const control = e.ctrlKey || e.metaKey;
    if (control && e.key.toLowerCase() === 'z' && !e.shiftKey) { e.preventDefault(); undo(); return; }
    if (control && (e.key.toLowerCase() === 'y' || (e.key.toLowerCase() === 'z' && e.shiftKey))) { e.preventDefault(); redo(); return; }
    if (!sheet.editable) return;
    const block = cellsOf();
    if (control && e.key.toLowerCase() === 'd' && block.length > 0) {
      e.preventDefault();
      together(() => block.slice(1).forEach(line => line.forEach((cell, i) => set(cell, block[0][i].getValue() ?? ''))));
    } else if ((e.key === 'Delete' || e.key === 'Backspace') && !control) {
      e.preventDefault();
      together(() => block.flat().forEach(cell => set(cell, '')));
    } else if (e.key === 'F2' || (!control && !e.altKey && (e.key.length === 1 || e.key === 'Process'))) {
      const cell = block[0]?.[0];
      if (!cell || !fields.has(cell.getField())) return;
      firstSign = e.key === 'F2' ? null : e.key.length === 1 ? e.key : '';
      if (e.key.length === 1) e.preventDefault();
      cell.edit(true);
    }
  }, true);
  const set = (cell, text) => { const name = cell.getField(); if (fields.has(name)) put(byKey.get(cell.getData()._k), name, normal(fields.get(name), text)); };
  host.addEventListener('paste', e => {
    if (isEditing() || !sheet.editable) return;
    const text = e.clipboardData.getData('text/plain');
    if (!text) return;
    e.preventDefault();
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(l => l.split('\t'));
    const from = cellsOf()[0]?.[0];
    const column = from && fields.has(from.getField()) ? names.indexOf(from.getField()) : 0;
    const rows = table.getRows('active').map(r => byKey.get(r.getData()._k));
    let at = from ? rows.findIndex(r => r._k === from.getData()._k) : rows.length;
    together(() => {
      const updates = [], fresh = [];
      for (const line of lines) {
        const values = {};
        line.forEach((t, i) => { const name = names[column + i]; if (name !== undefined) values[name] = normal(fields.get(name), t); });
        const row = rows[at++];
        if (!row) { fresh.push(remember({ ...Object.fromEntries(names.map(n => [n, values[n] ?? ''])), _k: `k${nextKey++}`, _id: null, _rev: 0 })); continue; }
        const change = { _k: row._k };
        for (const [name, value] of Object.entries(values)) {
          if (row[name] === value) continue;
          keep(row, name, row[name]);
          note({ k: row._k, name, old: row[name], value });
          change[name] = row[name] = value;
        }
        if (Object.keys(change).length > 1) updates.push(change);
      }
      if (updates.length > 0) table.updateData(updates);
      if (fresh.length > 0) {
        table.addData(fresh);
        for (const row of fresh) { for (const n of names) if (row[n] !== '') keep(row, n, ''); note({ k: row._k, added: true }); }
      }
    });
  });
  const explain = () => {
    const cell = cellsOf()[0]?.[0], field = cell && fields.get(cell.getField());
    if (!field) return;
    const row = cell.getData(), wrong = mistakes.get(`${row._id}/${field.name}`), remark = remarks.get(`${row._id}/${field.name}`), stale = kept.get(`${row._id}/${field.name}`);
    const result = field.name === formula || field.name === amount ? reckoned.get(row._id) : undefined;
    help.replaceChildren(el('strong', {}, field.name), `　${field.help}`, wrong ? el('span', { class: 'bad' }, ` ${wrong}`) : '', stale ? el('span', { class: 'doubt' }, ` ${stale}`) : '',
      result ? el('span', { class: result.doubtful ? 'doubt' : 'good' }, ` ${result.words}`) : '', remark ? el('span', { class: 'doubt' }, ` ${remark}`) : '');
    if (sheet.editable && formula && result && result.fen !== undefined && fen(row[amount] ?? '') !== result.fen) help.append(' ', Object.assign(el('button', { type: 'button', class: 'plain-button' }, `把 ${money(result.fen)} 填入${amount}`), { onclick: () => { put(byKey.get(row._k), amount, (result.fen / 100).toFixed(2)); explain(); } }));
    if (data.remark && row._id) help.append(' ', Object.assign(el('button', { type: 'button', class: 'plain-button' }, '对这一格批注'), { onclick: () => remarkOn(row, field) }));
  };
  table.on('rangeChanged', explain);
  table.on('rangeAdded', explain);
  const dialog = document.getElementById('remark');
  const remarkOn = (row, field) => {
    document.getElementById('remark-cell').textContent = `${data.sheet} · ${field.name}：${row[field.name] || '（空）'}`;
    document.getElementById('remark-text').value = '';
    dialog.returnValue = '';
    dialog.onclose = async () => {
      const text = document.getElementById('remark-text').value.trim();
      if (dialog.returnValue !== 'save' || !text) return;
      try { await call(`${data.api}/remarks`, { sheet: data.sheet, record: row._id, column: field.name, text }); tell('批注已记下', 'good'); panel.ask(); } catch (e) { tell(e.message, 'bad'); }
    };
    dialog.showModal();
  };

  /* ---- buttons ---- */
  if (sheet.editable) {
    for (const b of Object.values(buttons)) b.hidden = false;
    buttons['add-row'].onclick = () => { const row = addRow(); table.scrollToRow(row._k, 'bottom', false).catch(() => {}).then(() => { table.getRow(row._k).getCell(names[0]).edit(true); }); };
    buttons['insert-row'].onclick = () => { const here = cellsOf()[0]?.[0]?.getData()._k ?? null, row = addRow({}, here); setTimeout(() => table.getRow(row._k).getCell(names[0]).edit(true), 0); };
    buttons['remove-rows'].onclick = () => together(() => [...new Set(cellsOf().map(line => line[0].getData()._k))].map(k => byKey.get(k)).filter(r => r).forEach(r => removeRow(r)));
    buttons.undo.onclick = undo;
    buttons.redo.onclick = redo;
  }
  document.getElementById('find').addEventListener('input', e => {
    const words = e.target.value.trim();
    if (words) table.setFilter(row => names.some(n => row[n].includes(words) || labels.get(fields.get(n).list)?.get(row[n])?.includes(words))); else table.clearFilter();
  });

  /* ---- live audit ---- */
  const panel = live(document.getElementById('live-body'), data, state => {
    const of = (items, words) => { const map = new Map(); for (const m of items) if (m.sheet === data.sheet && m.record) map.set(`${m.record}/${m.column ?? names[0]}`, words(m)); return map; };
    const before = new Set([...mistakes.keys(), ...remarks.keys(), ...kept.keys()].map(k => k.split('/')[0]));
    mistakes = of(state.mistakes, m => m.message);
    remarks = of(state.remarks, r => `批注（${r.by}）：${r.text}`);
    kept = of(state.kept.map(k => ({ sheet: k.jump?.sheet, record: k.jump?.records[0], column: k.jump?.column, message: k.message })), k => k.message);
    const was = reckoned;
    reckoned = new Map(formula ? state.calculations.map(c => [c.record, c]) : []);
    for (const id of new Set([...was.keys(), ...reckoned.keys()])) if (was.get(id)?.fen !== reckoned.get(id)?.fen) before.add(String(id));
    const touched = new Set([...before, ...[...mistakes.keys(), ...remarks.keys(), ...kept.keys()].map(k => k.split('/')[0])]);
    for (const row of table.getRows()) if (touched.has(String(row.getData()._id))) row.reformat();
    if (state.revision > revision && pending.size + removed.length === 0 && !isSaving) refresh();
    document.documentElement.dataset.audited = state.revision;
  });
  if (sheet.editable && sheet.library && window.mingzhang.library)
    window.mingzhang.library(sheet.library, sheet.lists['项目'] ?? [], rows => { together(() => rows.forEach(cells => addRow(cells))); const last = order().at(-1); table.scrollToRow(last, 'bottom', false).catch(() => {}); });

  /* ---- to the very cell: from the live audit here, or from another page by its address ---- */
  const only = document.getElementById('only');
  const go = (ids, column) => {
    const rows = ids.map(id => [...byKey.values()].find(r => r._id === id)).filter(r => r);
    table.clearFilter();
    only.replaceChildren();
    if (rows.length === 0) return false;
    if (rows.length > 1) {
      const wanted = new Set(rows.map(r => r._k));
      table.setFilter(row => wanted.has(row._k));
      only.append(`只显示有关的 ${rows.length} 条　`, Object.assign(el('button', { type: 'button', class: 'plain-button' }, '显示全部'), { onclick: () => { table.clearFilter(); only.replaceChildren(); } }));
    }
    const name = fields.has(column) ? column : names[0];
    table.scrollToRow(rows[0]._k, 'center', false).catch(() => {});
    table.scrollToColumn(name, 'middle', true).catch(() => {});
    // The rows are drawn anew after scrolling.
    setTimeout(() => {
      const cell = table.getRow(rows[0]._k).getCell(name);
      const chosen = range();
      if (chosen) chosen.setBounds(cell, cell); else table.addRange(cell, cell);
      document.documentElement.dataset.at = `${rows[0]._id}/${name}`;
      focusGrid();
      explain();
    }, 60);
    return true;
  };
  window.mingzhang.go = jump => jump.sheet === data.sheet && jump.records.length > 0 && go(jump.records, jump.column);
  const asked = new URLSearchParams(location.search);
  if (asked.has('records')) go(asked.get('records').split(',').map(Number), asked.get('column'));
  else if (asked.has('add') && sheet.editable) {
    const cells = Object.fromEntries(asked.get('add').split('\n').filter(l => l.includes('=')).map(l => [l.slice(0, l.indexOf('=')), l.slice(l.indexOf('=') + 1)]));
    const row = addRow(cells), name = fields.has(asked.get('column')) ? asked.get('column') : names[0];
    history.replaceState(null, '', location.pathname);
    table.scrollToRow(row._k, 'bottom', false).catch(() => {}).then(() => table.getRow(row._k).getCell(name).edit(true));
  }
  tools();
  document.documentElement.dataset.ready = 'true';
})();
