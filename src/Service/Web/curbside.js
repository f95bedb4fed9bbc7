// What the pages do better with a script: say what was sent and what was not, stay current, count down, point at identifiers while one types.
// Without it every page is complete. The server renders everything; this only puts what it renders into place.
'use strict';
(() => {
  const patience = 20000;
  const soon = 600;
  let ahead = 0; // How far the server's clock is ahead of this one.
  const shown = new Map(); // What the server last said of each region.

  const parse = html => new DOMParser().parseFromString(html, 'text/html');

  const status = (form, text) => {
    let line = form.querySelector(':scope > .sending');
    if (!line) {
      line = document.createElement('p');
      line.className = 'sending';
      line.setAttribute('role', 'status');
      form.append(line);
    }
    line.textContent = text;
  };

  // ——— Regions: parts of a page that the server may render anew.

  const said = region => {
    const copy = region.cloneNode(true);
    copy.querySelectorAll('input[name="form"]').forEach(id => id.setAttribute('value', ''));
    copy.querySelectorAll('[data-until], [data-region]').forEach(part => { part.textContent = ''; });
    return copy.innerHTML;
  };

  const isTyping = region => {
    const at = document.activeElement;
    return region.contains(at) && at.matches('textarea, select, input:not([type="hidden"])');
  };

  const place = node => [node.tagName, node.id, node.getAttribute('name'), node.getAttribute('value'), node.getAttribute('href')].join(' ');

  const own = field => [field.form && field.form.getAttribute('action'), field.name, field.id].join(' ');

  const typedIn = region => [...region.querySelectorAll('textarea, input[type="text"], input[type="datetime-local"]')];

  const settle = (region, next) => {
    const kept = new Map(typedIn(region).filter(field => field.value !== field.defaultValue).map(field => [own(field), field.value]));
    const open = [...region.querySelectorAll('details')].map(details => details.open);
    const focus = region.contains(document.activeElement) ? place(document.activeElement) : null;
    region.replaceChildren(...document.importNode(next, true).childNodes);
    typedIn(region).filter(field => kept.has(own(field))).forEach(field => { field.value = kept.get(own(field)); });
    region.querySelectorAll('details').forEach((details, n) => { details.open = open[n] || details.open; });
    if (focus) {
      const again = [...region.querySelectorAll('a, button, input, summary')].find(node => place(node) === focus);
      region.tabIndex = -1;
      (again || region).focus({ preventScroll: true });
    }
  };

  // Returns whether everything could be put into place; what somebody is typing into is left alone.
  const swap = page => {
    let all = true;
    for (const next of page.querySelectorAll('[data-region]')) {
      const region = document.getElementById(next.id);
      const text = said(next);
      if (!region || shown.get(next.id) === text) continue;
      if (isTyping(region)) {
        all = false;
        continue;
      }
      settle(region, next);
      shown.set(next.id, text);
    }
    arrange();
    return all;
  };

  // ——— Sending: what was and was not sent is said where the button is, and nothing typed is lost.

  const show = page => {
    document.title = page.title;
    document.body.replaceWith(document.adoptNode(page.body));
    begin();
    const first = document.querySelector('.summary, [autofocus]');
    if (first) first.focus();
    else scrollTo(0, 0);
  };

  const stay = (form, page) => {
    const alike = root => [...root.querySelectorAll('form')].filter(one => one.getAttribute('action') === form.getAttribute('action'));
    const nth = alike(document).indexOf(form);
    swap(page);
    const fresh = form.isConnected && alike(page)[nth];
    if (!fresh) return;
    const next = document.importNode(fresh, true);
    const field = document.activeElement && form.contains(document.activeElement) ? document.activeElement.id : '';
    form.replaceWith(next);
    status(next, 'Done.');
    if (field && document.getElementById(field)) document.getElementById(field).focus();
  };

  const send = async (form, button) => {
    const body = new URLSearchParams(new FormData(form, button));
    const slow = setTimeout(() => status(form, 'Still sending. The connection is slow; nothing is lost.'), 4000);
    form.setAttribute('aria-busy', 'true');
    status(form, 'Sending…');
    try {
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, signal: AbortSignal.timeout(patience) });
      const page = parse(await answer.text());
      const url = new URL(answer.url);
      if (answer.redirected && url.pathname + url.search !== location.pathname + location.search) {
        location.assign(answer.url);
      } else if (answer.redirected) {
        status(form, '');
        stay(form, page);
      } else if (answer.ok || answer.status === 400) {
        show(page);
      } else {
        const why = [...page.querySelectorAll('main h1, main h1 + p')].map(words => words.textContent.trim()).join('. ');
        status(form, `Not sent. ${why || page.body.textContent.trim()} What you typed is still here.`);
      }
    } catch {
      status(form, 'No answer came back, so this may not have been sent. What you typed is still here. Try again: it is never taken twice.');
    } finally {
      clearTimeout(slow);
      form.removeAttribute('aria-busy');
    }
  };

  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.getAttribute('method') !== 'post') return;
    event.preventDefault();
    if (!form.hasAttribute('aria-busy')) send(form, event.submitter);
  });

  // ——— Staying current.

  const connection = text => {
    let line = document.getElementById('connection');
    if (!text && !line) return;
    if (!line) {
      line = document.createElement('p');
      line.id = 'connection';
      line.setAttribute('role', 'status');
      document.querySelector('main').append(line);
    }
    line.textContent = text;
    line.hidden = !text;
  };

  const follow = async main => {
    const every = Number(main.dataset.every || 4000);
    let since = new Date();
    for (;;) {
      await new Promise(later => setTimeout(later, every));
      if (!main.isConnected) return;
      if (document.hidden) continue;
      try {
        const url = new URL(main.dataset.live, location.href);
        if (main.dataset.version) url.searchParams.set('v', main.dataset.version);
        const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
        if (answer.status === 404) {
          connection('This page has changed hands or is over. Load it again to see.');
          return;
        }
        const now = answer.headers.get('X-Now');
        if (now) ahead = Date.parse(now) - Date.now();
        if (answer.status === 200) {
          const page = parse(await answer.text());
          const version = page.querySelector('[data-version]');
          if (swap(page) && version) main.dataset.version = version.dataset.version;
        }
        since = new Date();
        connection('');
      } catch {
        connection(`No connection since ${since.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' })}. What you see may be out of date.`);
      }
    }
  };

  // ——— Counting down.

  const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;

  const left = milliseconds => {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const [days, hours, minutes] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
    if (days) return `${count(days, 'day')} ${count(hours, 'hour')}`;
    if (hours) return minutes ? `${count(hours, 'hour')} ${count(minutes, 'minute')}` : count(hours, 'hour');
    if (minutes >= 10) return count(minutes, 'minute');
    return minutes || seconds ? `${minutes} min ${seconds % 60} s` : 'any moment now';
  };

  const tick = () => document.querySelectorAll('[data-until]').forEach(span => {
    const text = left(Date.parse(span.dataset.until) - Date.now() - ahead);
    if (span.textContent !== text) span.textContent = text;
  });

  // ——— Hints about identifiers, while one types. The server decides what is one.

  let typed;
  document.addEventListener('input', event => {
    const area = event.target;
    const list = area.dataset && area.dataset.hints && document.getElementById(area.dataset.hints);
    if (!list) return;
    clearTimeout(typed);
    typed = setTimeout(async () => {
      const text = area.value;
      try {
        const answer = await fetch('/screen', { method: 'POST', body: new URLSearchParams({ question: text }), signal: AbortSignal.timeout(patience) });
        if (!answer.ok || area.value !== text) return;
        const { hints } = await answer.json();
        list.replaceChildren(...hints.map(hint => {
          const item = document.createElement('li');
          item.textContent = hint;
          return item;
        }));
      } catch {
        // A hint that does not come is no trouble: the server looks again when it is sent.
      }
    }, soon);
  });

  // ——— Beginning.

  const arrange = () => {
    document.querySelectorAll('[data-end]').forEach(thread => { thread.scrollTop = thread.scrollHeight; });
    tick();
  };

  const begin = () => {
    const main = document.querySelector('[data-live]');
    shown.clear();
    document.querySelectorAll('[data-region]').forEach(region => shown.set(region.id, said(region)));
    if (main) {
      if (main.dataset.now) ahead = Date.parse(main.dataset.now) - Date.now();
      follow(main);
    }
    arrange();
  };

  setInterval(tick, 1000);
  begin();
})();
