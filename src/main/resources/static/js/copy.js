// Buttons that copy a text of the page. Without a clipboard, as over plain HTTP, they stay hidden: the text can be marked.
(() => {
  if (!navigator.clipboard) return;
  const show = () => document.querySelectorAll('[data-copy][hidden]').forEach(it => { it.hidden = false; });
  show();
  document.body.addEventListener('htmx:afterSettle', show);
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent);
    const said = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = said; }, 1500);
  });
})();
