// Writes src/Catalogue/Search/pinyin.txt: the readings of the 6,763 characters of GB/T 2312, most frequent first, without tones.
// Run by hand when the data is to be renewed:  npm install --no-save pinyin-pro@3.29.4 && node scripts/pinyin-data.mjs
import { pinyin } from 'pinyin-pro';
import { writeFile } from 'node:fs/promises';

const decoder = new TextDecoder('gb18030');
const lines = ['# Readings of Chinese characters without tones, most frequent first. From pinyin-pro 3.29.4 (MIT, github.com/zh-lx/pinyin-pro) by scripts/pinyin-data.mjs.'];
for (let high = 0xb0; high <= 0xf7; high++) {
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }).map(r => r.replace('ü', 'v')).filter(r => /^[a-z]+$/.test(r));
    if (readings.length > 0) lines.push(character + [...new Set(readings)].slice(0, 3).join(' '));
  }
}
await writeFile(new URL('../src/Catalogue/Search/pinyin.txt', import.meta.url), lines.join('\n') + '\n');
