// Bundles the styles, the small script and the icon sprite into ../wwwroot/dist.
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const out = path.resolve(import.meta.dirname, '../wwwroot/dist');
await mkdir(out, { recursive: true });

await build({
  entryPoints: ['site.css', 'site.js'].map(file => path.join(import.meta.dirname, file)),
  bundle: true,
  minify: true,
  outdir: out,
  external: ['data:*'],
  logLevel: 'error',
});

const names = (await readFile(path.join(import.meta.dirname, 'icons.txt'), 'utf8')).split(/\s+/).filter(Boolean);
const symbols = await Promise.all(names.map(async name => {
  const svg = await readFile(path.join(import.meta.dirname, `node_modules/@tabler/icons/icons/outline/${name}.svg`), 'utf8');
  const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`;
}));
await writeFile(path.join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
