// Small improvements; every page works without them.
import './nearby.js';
import { enhanceForms } from './forms.js';
import './kiosk.js';
import { enhanceSuggest } from './suggest.js';

// "/" focuses the search on officials' pages; j, k and Enter walk the rows of a list.
function listKeys(event) {
  if (event.target.matches('input, textarea, select') || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === '/') {
    const search = document.querySelector('[data-search]');
    if (search) { event.preventDefault(); search.focus(); }
  }
  const rows = [...document.querySelectorAll('[data-rows] tbody tr')];
  if (rows.length === 0) return;
  const now = rows.findIndex(r => r.classList.contains('yw-current'));
  if (event.key === 'j' || event.key === 'k') {
    const next = rows[Math.max(0, Math.min(rows.length - 1, now + (event.key === 'j' ? 1 : -1)))];
    rows.forEach(r => r.classList.remove('yw-current'));
    next.classList.add('yw-current');
    next.scrollIntoView({ block: 'nearest' });
  }
  if (event.key === 'Enter' && now >= 0) rows[now].querySelector('a')?.click();
}

// 拍照: the camera's script comes when it is wanted.
function offerCamera() {
  if (!navigator.mediaDevices?.getUserMedia || !window.DataTransfer) return;
  document.querySelectorAll('[data-camera]').forEach(button => { button.hidden = false; });
}

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-camera]');
  if (!button) return;
  if (!document.querySelector('link[data-camera-style]')) {
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: button.dataset.cameraStyle });
    style.dataset.cameraStyle = '';
    document.head.append(style);
  }
  (await import(button.dataset.camera)).open(button);
});

function prepare() {
  // On a phone the main navigation is wider than the screen: the place where one is comes into view.
  const here = document.querySelector('.yw-nav [aria-current]');
  if (here) { const list = here.closest('ul'); list.scrollLeft = here.offsetLeft - (list.clientWidth - here.offsetWidth) / 2; }
  offerCamera();
  enhanceForms();
  enhanceSuggest();
  document.querySelector('.yw-errors')?.focus();
}

document.addEventListener('keydown', listKeys);
document.addEventListener('click', event => { if (event.target.closest('[data-print]')) window.print(); });
// What can't be undone is sent once, and says that it is on its way.
document.addEventListener('submit', event => {
  const button = event.submitter;
  if (!button || event.defaultPrevented) return;
  if (button.dataset.sent) { event.preventDefault(); return; }
  button.dataset.sent = '1';
  setTimeout(() => { delete button.dataset.sent; }, 5000);
  if (button.dataset.busy) button.setAttribute('aria-busy', 'true');
});

// 朗读: shown only where the browser can speak Chinese; reads the main text, and stops when asked or when the page is left.
function offerReading() {
  const button = document.querySelector('[data-read-aloud]');
  const speech = window.speechSynthesis;
  if (!button || !speech) return;
  const voice = () => speech.getVoices().find(v => v.lang.toLowerCase().startsWith('zh'));
  const show = () => { button.hidden = !voice(); };
  const start = button.textContent;
  const rest = () => { button.textContent = start; button.setAttribute('aria-pressed', 'false'); };
  show();
  speech.addEventListener?.('voiceschanged', show);
  button.addEventListener('click', () => {
    if (speech.speaking) { speech.cancel(); rest(); return; }
    // Short pieces: long ones are cut off by some browsers.
    const pieces = document.querySelector('main').innerText.split(/[\n。；]+/).map(t => t.trim()).filter(Boolean);
    pieces.forEach((text, i) => {
      const spoken = Object.assign(new SpeechSynthesisUtterance(text), { voice: voice(), lang: 'zh-CN' });
      if (i === pieces.length - 1) spoken.addEventListener('end', rest);
      speech.speak(spoken);
    });
    button.textContent = button.dataset.stop;
    button.setAttribute('aria-pressed', 'true');
  });
  window.addEventListener('pagehide', () => speech.cancel());
}

document.addEventListener('DOMContentLoaded', () => { prepare(); offerReading(); window.Blazor?.addEventListener?.('enhancedload', prepare); });


// 装到桌面: see /sw.js.
if ('serviceWorker' in navigator && window.isSecureContext) window.addEventListener('load', () => navigator.serviceWorker.register('/sw.js'));

// 叫号屏: says a number aloud once, when it has been called.
const call = document.querySelector('[data-call]')?.dataset.call;
if (call && window.speechSynthesis && sessionStorage.getItem('yw-called') !== call) {
  sessionStorage.setItem('yw-called', call);
  speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(call), { lang: 'zh-CN', rate: 0.9 }));
}

// Numbers and screens of a hall are looked at again by themselves; without a script one reloads.
const refreshing = document.querySelector('[data-refresh]');
if (refreshing) setTimeout(() => { if (refreshing.dataset.refreshTo) location.assign(refreshing.dataset.refreshTo); else location.reload(); }, refreshing.dataset.refresh * 1000);
