// Lists by keyboard: j and k go to the next row and back, x marks it. Enter opens it, since its link has the focus.
(() => {
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const link = row => row.querySelector('[data-open]');
  const typing = target => target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');

  const move = by => {
    const all = rows();
    const at = all.indexOf(document.activeElement.closest('[data-row]'));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) { link(next).focus(); next.scrollIntoView({block: 'nearest'}); }
  };
  const mark = () => {
    const box = document.activeElement.closest('[data-row]')?.querySelector('input[type=checkbox]');
    if (box) { box.checked = !box.checked; box.dispatchEvent(new Event('change', {bubbles: true})); }
  };
  const keys = {j: () => move(1), k: () => move(-1), x: mark};

  document.addEventListener('keydown', event => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    act();
  });

  const count = () => document.querySelectorAll('[data-marked]').forEach(it => {
    it.textContent = document.querySelectorAll('[data-row] input[type=checkbox]:checked').length;
  });
  document.addEventListener('change', event => {
    if (event.target.matches('[data-mark-all]')) {
      rows().forEach(row => { row.querySelector('input[type=checkbox]').checked = event.target.checked; });
    }
    count();
  });
  count();
})();
