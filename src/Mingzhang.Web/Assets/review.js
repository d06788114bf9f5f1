// Brings the chosen cell and the chosen finding into view inside their scrolling boxes. Without it a person scrolls.
(() => {
  'use strict';
  for (const [box, chosen] of [['.review-grid', '.chosen'], ['.review-scroll', '[aria-current]']]) {
    const frame = document.querySelector(box), place = frame?.querySelector(chosen);
    if (!place) continue;
    const outer = frame.getBoundingClientRect(), inner = place.getBoundingClientRect();
    frame.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
    frame.scrollLeft += Math.max(0, inner.right - outer.right + 8);
  }
})();
