// Bundles the styles, the small script and the icon sprite into ../wwwroot/dist, without styles that nobody uses, and compresses them.
import { build } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { outlines } from './outlines.mjs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = import.meta.dirname;
const out = path.resolve(here, '../wwwroot/dist');
await mkdir(out, { recursive: true });

const bundled = await build({
  entryPoints: ['site.css', 'site.js'].map(file => path.join(here, file)),
  bundle: true,
  minify: true,
  outdir: out,
  external: ['data:*'],
  logLevel: 'error',
  write: false,
});
// Loaded by the one page that has charts.
const charts = await build({
  entryPoints: [path.join(here, 'charts.js')],
  bundle: true,
  minify: true,
  format: 'esm',
  outdir: out,
  logLevel: 'error',
  write: false,
  plugins: [{
    name: 'outlines',
    setup(bundle) {
      bundle.onResolve({ filter: /^ningbo\.geojson$/ }, () => ({ path: path.resolve(here, '../../../data/ningbo.geojson'), namespace: 'outlines' }));
      bundle.onLoad({ filter: /.*/, namespace: 'outlines' }, async ({ path: file }) => ({ contents: JSON.stringify(await outlines(file)), loader: 'json' }));
    },
  }],
});
const file = name => bundled.outputFiles.find(f => path.basename(f.path) === name).text;

// Loaded by pages that take photographs of papers, when somebody wants to.
const camera = await build({ entryPoints: [path.join(here, 'camera.js')], bundle: true, minify: true, format: 'esm', outdir: out, logLevel: 'error', write: false, loader: { '.gif': 'dataurl' } });
const cameraFile = ending => camera.outputFiles.find(f => f.path.endsWith(ending)).text;

// The kit is large and we use a part of it: what no page, no code and no script of ours names is left out.
const source = path.resolve(here, '../..');
const [purged] = await new PurgeCSS().purge({
  css: [{ raw: file('site.css') }],
  content: [`${source}/*/**/*.razor`, `${source}/*/!(bin|obj|Migrations*)/**/*.cs`, `${source}/*/*.cs`, path.join(here, '*.js')],
  skippedContentGlobs: ['**/bin/**', '**/obj/**', '**/node_modules/**', `${source}/Migrations.*/**`],
  defaultExtractor: text => text.match(/[A-Za-z0-9_-]+/g) ?? [],
  safelist: { standard: [/^yw-/, 'html', 'body', ':root', 'data-bs-theme', 'hidden', 'disabled', 'aria-current'] },
  keyframes: true,
  fontFace: true,
});
// Variables of parts that are left out are of no use to anybody.
const { code: css } = await (await import('esbuild')).transform(withoutUnusedVariables(purged.css), { loader: 'css', minify: true });

const names = (await readFile(path.join(here, 'icons.txt'), 'utf8')).split(/\s+/).filter(Boolean);
const symbols = await Promise.all(names.map(async name => {
  const svg = await readFile(path.join(here, `node_modules/@tabler/icons/icons/outline/${name}.svg`), 'utf8');
  const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`;
}));

for (const [name, text] of Object.entries({ 'site.css': css, 'site.js': file('site.js'), 'charts.js': charts.outputFiles[0].text, 'camera.js': cameraFile('.js'), 'camera.css': cameraFile('.css'), 'icons.svg': `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>` })) {
  const bytes = Buffer.from(text);
  await writeFile(path.join(out, name), bytes);
  await writeFile(path.join(out, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  await writeFile(path.join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}

function withoutUnusedVariables(text) {
  for (;;) {
    const used = new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(m => m[1]));
    const less = text.replace(/([{;])(--[\w-]+):(?:[^;{}"']|"[^"]*"|'[^']*')*(?=[;}])/g, (all, before, name) => used.has(name) ? all : before);
    if (less === text) return text.replace(/;+(?=[;}])/g, '').replace(/\{;+/g, '{');
    text = less;
  }
}
