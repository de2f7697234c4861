// A time zone that nobody has chosen yet is the browser's; htmx, which listens by then, shows the next runs in it.
document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('input[data-browser-zone]').forEach(field => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (![...field.list.options].some(it => it.value === zone)) return;
  field.value = zone;
  field.dispatchEvent(new Event('change', {bubbles: true}));
}));
