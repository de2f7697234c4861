(() => {
  const language = document.documentElement.lang;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'});
  const exact = new Intl.DateTimeFormat(language, {dateStyle: 'full', timeStyle: 'long'});

  const span = (name, ...content) => {
    const made = Object.assign(document.createElement('span'), {className: name});
    made.append(...content);
    return made;
  };
  const localize = root => root.querySelectorAll('time[datetime]').forEach(it => {
    const at = new Date(it.dateTime);
    if (isNaN(at)) return;
    const parts = time.formatToParts(at);
    const hour = parts.findIndex(part => part.type === 'hour');
    const text = (from, to) => parts.slice(from, to).map(part => part.value).join('');
    // Where there is little room, and where a day is enough, the hour is left out.
    it.replaceChildren(span('whole', text(0, hour - 1)), span('hour', text(hour - 1, hour), span('whole', text(hour))));
    it.title = exact.format(at);
  });

  // Cells of stacked tables on a phone are labelled by their column.
  const label = root => root.querySelectorAll('table.stack').forEach(table => {
    const heads = [...table.querySelectorAll('thead th')].map(th => (th.querySelector('.visually-hidden') ? '' : th.textContent.trim()));
    table.querySelectorAll('tbody tr').forEach(row => [...row.children].forEach((cell, i) => {
      if (heads[i] && !cell.colSpan.toString().match(/^[2-9]/)) cell.dataset.label ??= heads[i];
    }));
  });

  const prepare = () => { localize(document); label(document); };
  prepare();
  document.body.addEventListener('htmx:afterSettle', prepare);

  document.querySelectorAll('[data-zone]').forEach(it => { it.textContent = zone; });
  document.addEventListener('change', event => {
    if (event.target.matches('[data-autosubmit]')) event.target.form.requestSubmit();
  });
  document.addEventListener('input', event => {
    if (!event.target.matches('[data-narrow]')) return;
    const text = event.target.value.toLowerCase();
    event.target.closest('fieldset').querySelectorAll('label').forEach(it => {
      it.hidden = !it.textContent.toLowerCase().includes(text);
    });
  });
  // One list of values is open at a time; Escape or a click elsewhere closes it.
  const close = except => document.querySelectorAll('details.pick[open]').forEach(it => { if (it !== except) it.open = false; });
  document.addEventListener('click', event => close(event.target.closest('details.pick')));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') close(null);
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    document.getElementById('find')?.focus();
  });
  // Addresses stay short: fields left empty are not sent.
  document.addEventListener('submit', event => {
    if (event.target.method !== 'get') return;
    [...event.target.elements].filter(it => it.name && it.value === '').forEach(it => { it.disabled = true; });
  });
  addEventListener('pageshow', () => document.querySelectorAll('form [name]:disabled').forEach(it => { it.disabled = false; }));
})();
