// Completes what is typed into any <input data-suggest> (WAI-ARIA combobox with a list). Without script it stays a plain search field.
// data-suggest may name the region whose items are asked for; the answers come from /items/suggest.
const delay = 120;
const known = new Map();
let numbers = 0;

async function ask(text, site, signal) {
  const address = `/items/suggest?q=${encodeURIComponent(text)}&site=${encodeURIComponent(site)}`;
  if (!known.has(address)) {
    const response = await fetch(address, { signal });
    if (!response.ok) return [];
    if (known.size > 200) known.clear();
    known.set(address, await response.json());
  }
  return known.get(address);
}

function enhance(input) {
  if (input.dataset.suggestReady) return;
  input.dataset.suggestReady = '1';
  const id = `yw-suggest-${++numbers}`;
  const list = Object.assign(document.createElement('ul'), { id, className: 'yw-suggest', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '搜索建议');
  const said = Object.assign(document.createElement('div'), { className: 'visually-hidden' });
  said.setAttribute('role', 'status');
  // The list hangs below the field, whatever group the field stands in.
  const box = Object.assign(document.createElement('div'), { className: 'yw-suggest-box' });
  input.parentNode.insertBefore(box, input);
  box.append(input, list, said);
  for (const [name, value] of Object.entries({ role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) input.setAttribute(name, value);

  let at = -1, timer = 0, asking = null;
  const options = () => [...list.children];

  const mark = next => {
    at = next;
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) { input.setAttribute('aria-activedescendant', options()[at].id); options()[at].scrollIntoView({ block: 'nearest' }); }
    else input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  };
  const take = option => {
    input.value = option.dataset.text;
    close();
    if (input.form) input.form.requestSubmit();
  };
  const show = found => {
    list.replaceChildren(...found.map((suggestion, i) => {
      const option = Object.assign(document.createElement('li'), { id: `${id}-${i}`, textContent: suggestion.text });
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.text = suggestion.text;
      return option;
    }));
    at = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    said.textContent = found.length > 0 ? `有 ${found.length} 条建议，用上下键选择` : '没有建议';
  };
  const type = () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (!text) { close(); said.textContent = ''; return; }
    timer = setTimeout(async () => {
      asking?.abort();
      asking = new AbortController();
      try {
        const found = await ask(text, input.dataset.suggest, asking.signal);
        if (input.value.trim() === text && document.activeElement === input) show(found);
      } catch (error) {
        if (error.name !== 'AbortError') close();
      }
    }, delay);
  };

  // While an input method composes, its own list is open.
  input.addEventListener('input', event => { if (!event.isComposing) type(); });
  input.addEventListener('compositionend', type);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const count = list.hidden ? 0 : options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count === 0) { if (event.key === 'ArrowDown') type(); return; }
      event.preventDefault();
      // From the list one comes back to what one typed, and goes on round.
      mark(event.key === 'ArrowDown' ? (at + 1 < count ? at + 1 : -1) : (at >= 0 ? at - 1 : count - 1));
    } else if (event.key === 'Enter' && count > 0 && at >= 0) {
      event.preventDefault();
      take(options()[at]);
    } else if (event.key === 'Escape' && count > 0) {
      event.preventDefault();
      close();
    }
  });
  // Before the field loses the focus.
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('click', event => { const option = event.target.closest('[role=option]'); if (option) take(option); });
}

export function enhanceSuggest() {
  document.querySelectorAll('input[data-suggest]').forEach(enhance);
}
