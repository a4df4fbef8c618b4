// 自助机: ends the session when nobody touches the screen, and reads identity cards by the machine's own program.
const WARNING = 15;

let leaving = false;

function leave(bar) {
  if (leaving) return;
  leaving = true;
  sessionStorage.clear();
  const form = bar.querySelector('form[action="/kiosk/leave"]');
  form.submit();
}

const bar = document.querySelector('[data-kiosk]');
if (bar) {
  // By the clock, not by counting: a screen that sleeps does not count.
  let touchedAt = Date.now();
  const ask = Object.assign(document.createElement('dialog'), { className: 'yw-still' });
  ask.innerHTML = '<p role="alert"></p><button type="button" class="btn btn-accent">继续使用</button>';
  ask.querySelector('button').addEventListener('click', () => ask.close());
  document.body.append(ask);
  const touched = () => { touchedAt = Date.now(); if (ask.open) ask.close(); };
  for (const kind of ['pointerdown', 'keydown', 'touchstart']) document.addEventListener(kind, touched, { passive: true });
  // On the start page without anybody signed in there is nothing to end.
  const idle = location.pathname === '/kiosk' && document.querySelector('.yw-kiosk-card');
  if (!idle) {
    setInterval(() => {
      const left = Math.ceil(Number(bar.dataset.kiosk) - (Date.now() - touchedAt) / 1000);
      if (left <= 0) { leave(bar); return; }
      if (left <= WARNING) {
        ask.querySelector('p').textContent = `还在吗？${left} 秒后结束使用并清除`;
        if (!ask.open) ask.showModal();
      }
    }, 1000);
  }
  bar.querySelector('form[action="/kiosk/leave"]').addEventListener('submit', () => sessionStorage.clear());
}

document.addEventListener('submit', async event => {
  const form = event.target.closest('[data-card-reader]');
  if (!form || form.dataset.read) return;
  event.preventDefault();
  try {
    const reading = await (await fetch(form.dataset.cardReader, { cache: 'no-store' })).json();
    for (const [name, value] of Object.entries(reading)) if (form.elements[name]) form.elements[name].value = value;
  } catch { /* The form is sent empty, and the page says that no card was read. */ }
  form.dataset.read = '1';
  form.submit();
});
