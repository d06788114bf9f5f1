// Calls to the workbench: JSON, with the token of the page's form.
(() => {
  'use strict';
  const token = () => document.querySelector('input[name=__RequestVerificationToken]')?.value ?? '';
  const call = async (path, body) => {
    const answer = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'Content-Type': 'application/json', 'X-CSRF': token() },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status === 401) { location.reload(); throw new Error('已退出'); }
    if (!answer.ok) {
      let problem = {};
      try { problem = await answer.json(); } catch { /* no JSON: the status says enough */ }
      const error = new Error(problem.detail || `没有成功（${answer.status}），请刷新后再试。`);
      error.refused = true;
      throw error;
    }
    return answer.json();
  };
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
    made.append(...children.filter(c => c !== null && c !== undefined));
    return made;
  };
  window.mingzhang = { call, element };
})();
