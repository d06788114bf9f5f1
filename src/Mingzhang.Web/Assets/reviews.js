// Uploads many files in small batches with a count, and renews the list while documents wait. Without it one form does the same.
(() => {
  'use strict';
  const most = 20, bytes = 30 * 1024 * 1024;
  const fresh = async () => {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok) return;
    const list = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('list');
    const old = document.getElementById('list');
    // Whoever is choosing a filter is not disturbed.
    if (list && !old.contains(document.activeElement)) old.replaceWith(list);
    if (list && Number(list.dataset.waiting) > 0) setTimeout(fresh, 1000);
  };
  if (Number(document.getElementById('list').dataset.waiting) > 0) setTimeout(fresh, 500);

  const form = document.getElementById('upload');
  if (!form) return;
  form.addEventListener('submit', async e => {
    const files = [...form.elements.files.files];
    if (files.length <= most && files.reduce((n, f) => n + f.size, 0) <= bytes) return;
    e.preventDefault();
    const said = document.getElementById('sent'), button = form.querySelector('button');
    button.disabled = true;
    const problems = [];
    for (let at = 0; at < files.length;) {
      const part = new FormData();
      for (const field of new FormData(form).entries()) if (field[0] !== 'files') part.append(...field);
      for (let size = 0, n = 0; at < files.length && n < most && (n === 0 || size + files[at].size <= bytes); n++, at++) {
        part.append('files', files[at]);
        size += files[at].size;
      }
      const answer = await fetch(form.action, { method: 'POST', body: part });
      if (!answer.ok) { problems.push(`第 ${at} 份以前的一批没有传上（${answer.status}）`); continue; }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      problems.push(...[...page.querySelectorAll('.told.bad p')].map(p => p.textContent));
      said.textContent = `已上传 ${at} / ${files.length}`;
    }
    button.disabled = false;
    said.textContent = `已上传 ${files.length} 份` + (problems.length ? `，其中 ${problems.length} 份没有存` : '');
    document.getElementById('refused')?.remove();
    if (problems.length) {
      const box = document.createElement('div');
      box.id = 'refused'; box.className = 'told bad'; box.setAttribute('role', 'alert');
      for (const p of problems) box.append(Object.assign(document.createElement('p'), { textContent: p }));
      form.after(box);
    }
    form.reset();
    fresh();
  });
})();
