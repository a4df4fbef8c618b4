// Electronic forms: conditions, rows that are added and removed, and saving while somebody types. The server checks; this shows what it says.

// Hides fields whose condition (data-show-when) does not hold, as the server will.
function partHolds(condition, value) {
  let m;
  if ((m = condition.match(/^(\w+)\s*(==|!=)\s*'([^']*)'$/))) return value(m[1]).includes(m[3]) === (m[2] === '==');
  if ((m = condition.match(/^'([^']*)'\s+(not in|in)\s+(\w+)$/))) return value(m[3]).includes(m[1]) === (m[2] === 'in');
  return value(condition).some(v => v !== '' && v !== 'false');
}

// A deciding field may stand on an earlier page: of that part the server has decided already.
const decider = part => part.replace(/'[^']*'/g, '').match(/[A-Za-z]\w*/g)?.filter(w => w !== 'in' && w !== 'not')[0];

function applyConditions() {
  document.querySelectorAll('[data-show-when]').forEach(field => {
    const form = field.closest('form');
    if (!form) return;
    const inputs = name => [...form.querySelectorAll(`[name="form.${name}"]`)];
    const value = name => inputs(name).filter(i => (i.type !== 'radio' && i.type !== 'checkbox') || i.checked).map(i => i.value);
    const decided = part => inputs(decider(part)).length === 0;
    const alternatives = field.dataset.showWhen.split(' or ').map(a => a.split(' and ').map(p => p.trim()));
    if (alternatives.flat().some(part => !decided(part))) field.hidden = !alternatives.some(parts => parts.every(part => decided(part) || partHolds(part, value)));
  });
}

// Rows of a table field: numbered anew after each change, since the server reads them until the first that is missing.
function numberRows(table) {
  const rows = [...table.querySelectorAll(':scope > .yw-row')];
  rows.forEach((row, i) => {
    row.setAttribute('aria-label', `第 ${i + 1} 行`);
    row.querySelector('.yw-row-no').textContent = i + 1;
    row.querySelectorAll('[name]').forEach(input => { input.name = input.name.replace(/\[\d+\]/, `[${i}]`); });
    row.querySelectorAll('[id]').forEach(node => { node.id = node.id.replace(/-\d+-/, `-${i}-`); });
    row.querySelectorAll('[for]').forEach(label => { label.htmlFor = label.htmlFor.replace(/-\d+-/, `-${i}-`); });
    row.querySelector('[data-remove-row] .visually-hidden').textContent = `第 ${i + 1} 行`;
    row.querySelector('[data-remove-row]').hidden = rows.length === 1;
  });
  const add = table.querySelector(':scope > [data-add-row]');
  add.hidden = rows.length >= Number(table.dataset.max);
  return rows;
}

function addRow(table) {
  const rows = [...table.querySelectorAll(':scope > .yw-row')];
  const row = rows[rows.length - 1].cloneNode(true);
  row.querySelectorAll('input, select').forEach(input => { input.value = ''; input.classList.remove('is-invalid'); });
  row.querySelectorAll('.invalid-feedback').forEach(error => error.remove());
  rows[rows.length - 1].after(row);
  numberRows(table);
  row.querySelector('input, select').focus();
}

function removeRow(row) {
  const table = row.parentElement;
  const next = row.nextElementSibling?.matches('.yw-row') ? row.nextElementSibling : row.previousElementSibling;
  row.remove();
  numberRows(table);
  (next ?? table).querySelector('input, select')?.focus();
}

const idOf = field => field.replaceAll('.', '-').replaceAll(' ', '_').replaceAll('[', '-').replaceAll(']', '');

// What the server says of fields that were left already; what is still empty is not held against anybody who is typing.
function showProblems(form, problems) {
  form.querySelectorAll('[data-live-error]').forEach(error => error.remove());
  form.querySelectorAll('.is-invalid[data-live]').forEach(input => { input.classList.remove('is-invalid'); delete input.dataset.live; });
  problems.forEach(({ field, message }) => {
    const input = form.querySelector(`[name="${CSS.escape(field)}"]`) ?? document.getElementById(idOf(field));
    const touched = input?.closest('[data-field]')?.dataset.touched;
    if (!input || !touched || (input.value === '' && input.type !== 'radio') || document.getElementById(`${idOf(field)}-error`)) return;
    if (input === document.activeElement) return;
    const error = document.createElement('div');
    error.className = 'invalid-feedback d-block';
    error.dataset.liveError = '';
    error.id = `${idOf(field)}-error`;
    error.textContent = message;
    if (input.matches('input:not([type=radio], [type=checkbox]), select, textarea')) {
      input.classList.add('is-invalid');
      input.dataset.live = '';
      input.setAttribute('aria-describedby', error.id);
      input.after(error);
    } else input.closest('[data-field]').append(error);
  });
}

const stashOf = () => `yw-form:${location.pathname}`;

// Typed values without files, tokens and marks: kept in this tab alone, and only while the server could not be reached.
function stash(form) {
  const kept = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== '__RequestVerificationToken' && name !== '_handler');
  try { sessionStorage.setItem(stashOf(), JSON.stringify(kept)); } catch { /* A full or forbidden store: the values stay on the page. */ }
}

function restore(form, say) {
  const kept = JSON.parse(sessionStorage.getItem(stashOf()) ?? 'null');
  if (!kept) return false;
  // After a refusal the page itself holds what was typed.
  if (document.querySelector('.yw-errors')) { sessionStorage.removeItem(stashOf()); return false; }
  const rows = new Map();
  kept.forEach(([name]) => { const m = name.match(/^(.+)\[(\d+)\]/); if (m) rows.set(m[1], Math.max(rows.get(m[1]) ?? 0, Number(m[2]) + 1)); });
  rows.forEach((count, path) => {
    const table = form.querySelector(`[data-rows-of="${CSS.escape(path)}"]`);
    while (table && table.querySelectorAll(':scope > .yw-row').length < count) addRow(table);
  });
  form.querySelectorAll('input[type=checkbox][name^="form."], input[type=radio][name^="form."]').forEach(input => { input.checked = false; });
  kept.forEach(([name, value]) => form.querySelectorAll(`[name="${CSS.escape(name)}"]`).forEach(input => {
    if (input.type === 'checkbox' || input.type === 'radio') { if (input.value === value) input.checked = true; }
    else input.value = value;
  }));
  say('已恢复您上次填写但没有来得及保存的内容');
  return true;
}

function enableAutosave(form) {
  const line = form.querySelector('[data-saved]');
  const say = (text, trouble = false) => { if (line) { line.textContent = text; line.classList.toggle('text-danger', trouble); } };
  let timer;
  let running;
  let dirty = false;
  const save = async () => {
    clearTimeout(timer);
    if (running && await running === 'saved' && !dirty) return 'saved';
    dirty = false;
    const body = new FormData();
    let length = 0;
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') { body.append(name, value); length += name.length + 3 * value.length + 120; }
    // Goes on when the page is left meanwhile; browsers do that up to 64 KiB.
    running = fetch(form.dataset.autosave, { method: 'POST', body, keepalive: length < 60000, redirect: 'manual', headers: { Accept: 'application/json' } })
      .then(async answer => {
        if (answer.ok) {
          const saved = await answer.json();
          form.querySelector('[name=seen]').value = saved.seen;
          for (const [name, value] of Object.entries(saved.calculated)) {
            const output = form.querySelector(`[data-calculated="${CSS.escape(name)}"]`);
            if (output) output.textContent = value ?? '—';
          }
          showProblems(form, saved.problems);
          sessionStorage.removeItem(stashOf());
          say(`${saved.savedAt} 已保存`);
          return 'saved';
        }
        stash(form);
        if (answer.status === 409) { say('这份草稿刚在另一个窗口保存过，点“保存”后可以选择以哪一份为准', true); return 'conflict'; }
        const expired = answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403 || answer.status === 400;
        if (!expired) { say('暂时没有保存上，内容还在本页，稍后会再试', true); return 'failed'; }
        say('', true);
        line?.append('登录已过期，内容还在本页。请', Object.assign(document.createElement('a'), { href: `/sign-in?next=${encodeURIComponent(location.pathname)}`, textContent: '重新登录' }), '，登录后会自动恢复。');
        return 'failed';
      })
      .catch(() => { stash(form); say('网络不通，内容还在本页，恢复后会再保存', true); return 'failed'; });
    const done = await running;
    running = undefined;
    return done;
  };
  const later = wait => { dirty = true; clearTimeout(timer); timer = setTimeout(save, wait); };
  form.addEventListener('input', () => later(2000));
  form.addEventListener('focusout', event => {
    const field = event.target.closest?.('[data-field]');
    if (field) field.dataset.touched = '1';
    if (dirty) later(300);
  });
  form.addEventListener('rowschanged', () => later(300));
  window.addEventListener('online', () => { if (dirty || sessionStorage.getItem(stashOf())) save(); });
  // Leaving the page in the middle of a word.
  window.addEventListener('pagehide', () => { if (dirty && !form.dataset.leaving) stash(form); });
  // A session that ended, or another window: sending would lose what is typed, so it is asked first.
  form.addEventListener('submit', event => {
    if (form.dataset.leaving || [...form.querySelectorAll('input[type=file]')].some(f => f.files.length > 0)) return;
    event.preventDefault();
    const button = event.submitter;
    save().then(saved => {
      // A second click after the warning means it; what the server then says is on the page.
      if (saved === 'failed' && !form.dataset.warned) { form.dataset.warned = '1'; return; }
      form.dataset.leaving = '1';
      delete button?.dataset.sent;
      form.requestSubmit(button);
    });
  });
  if (restore(form, say)) { applyConditions(); later(500); }
}

export function enhanceForms() {
  document.querySelectorAll('[data-rows-of]').forEach(numberRows);
  document.querySelectorAll('form[data-autosave]').forEach(form => {
    if (form.dataset.ready) return;
    form.dataset.ready = '1';
    enableAutosave(form);
  });
  applyConditions();
}

document.addEventListener('change', event => { if (event.target.name?.startsWith('form.')) applyConditions(); });
// Whoever sits here next must not find what was typed.
document.addEventListener('submit', event => { if (event.target.getAttribute('action')?.includes('sign-out')) sessionStorage.clear(); });
document.addEventListener('click', event => {
  const add = event.target.closest('[data-add-row]');
  const remove = event.target.closest('[data-remove-row]');
  if (!add && !remove) return;
  const table = event.target.closest('[data-rows-of]');
  if (add) addRow(table); else removeRow(remove.closest('.yw-row'));
  table.dispatchEvent(new Event('rowschanged', { bubbles: true }));
});
