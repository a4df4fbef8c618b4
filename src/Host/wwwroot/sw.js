// Makes the site installable, and says in its own words that there is no network. Pages are never kept: they are personal, and soon out of date.
const OFFLINE = '/offline.html';
self.addEventListener('install', event => event.waitUntil(caches.open('yiwang-1').then(cache => cache.add(OFFLINE)).then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  if (event.request.mode === 'navigate' && event.request.method === 'GET') event.respondWith(fetch(event.request).catch(() => caches.match(OFFLINE)));
});
