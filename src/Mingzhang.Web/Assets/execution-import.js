// Shows how far an import is, and what it gave when it is over. Without this script the page has a link that does the same.
(() => {
  'use strict';
  const place = document.getElementById('running');
  if (!place) return;
  const bar = document.getElementById('bar'), step = document.getElementById('step');
  const look = async () => {
    const answer = await fetch(place.dataset.api, { headers: { accept: 'application/json' } });
    if (!answer.ok) return location.reload();
    const now = await answer.json();
    if (now.done) return location.reload();
    step.textContent = now.whole > 0 ? `${now.step} ${now.count.toLocaleString('zh-CN')} / ${now.whole.toLocaleString('zh-CN')}` : now.count > 0 ? `${now.step} ${now.count.toLocaleString('zh-CN')} 行` : now.step;
    if (now.whole > 0) { bar.max = now.whole; bar.value = now.count; } else bar.removeAttribute('value');
    setTimeout(look, 400);
  };
  look();
})();
