// A part of a page that follows what goes on: it is read again at each event, or from time to time where no event comes.
(() => {
  const PAUSE = 5000;
  const reloaded = performance.getEntriesByType('navigation')[0]?.type === 'reload';
  const part = () => document.querySelector('[data-live]');
  let events, timer, busy = false, again = false;

  const stop = () => { events?.close(); clearInterval(timer); };

  const swap = html => {
    const old = part();
    if (!old) return;
    const open = [...old.querySelectorAll('details[open][id]')].map(it => it.id);
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(old.id);
    if (!fresh) return;
    open.forEach(id => { const it = fresh.querySelector('#' + CSS.escape(id)); if (it) it.open = true; });
    old.replaceWith(fresh);
    const href = focused?.getAttribute('href');
    const same = focused?.id ? '#' + CSS.escape(focused.id) : href ? `[href="${CSS.escape(href)}"]` : null;
    if (same) fresh.querySelector(same)?.focus({preventScroll: true});
    htmx.process(fresh);
    document.body.dispatchEvent(new CustomEvent('htmx:afterSettle'));
  };

  const look = async () => {
    if (busy) { again = true; return; }
    const address = part()?.dataset.live;
    if (!address) return stop();
    busy = true;
    try {
      const answer = await fetch(address, {headers: {'HX-Request': 'true'}});
      if (answer.ok) swap(await answer.text());
      if (answer.status === 401) { // the session is over: the login comes instead, and leads back here
        stop();
        if (!(reloaded && performance.now() < PAUSE)) location.reload(); // once: where the page comes all the same, it stays
        return;
      }
    } catch { /* the next event, or the next look, shows it */ }
    await new Promise(rested => setTimeout(rested, pace));
    busy = false;
    if (!part()) return stop();
    if (again) { again = false; look(); }
  };

  const first = part();
  if (!first) return;
  const pace = Number(first.dataset.livePace ?? 0); // for a part that is costly to show anew
  events = new EventSource(first.dataset.liveEvents);
  events.addEventListener('progress', look);
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) { timer ??= setInterval(look, PAUSE); }
    look();
  });
  addEventListener('pagehide', stop);
})();
