// The outlines of the city's districts, with as many points as a screen shows: small islands and small bends are left out.
import { readFile } from 'node:fs/promises';

const tolerance = 0.004;   // degrees, about 400 metres
const smallest = 0.0004;   // square degrees of an island's frame

export async function outlines(file) {
  const all = JSON.parse(await readFile(file, 'utf8'));
  return {
    type: 'FeatureCollection',
    features: all.features.map(({ properties, geometry }) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const big = polygons.filter(p => area(p[0]) >= smallest);
      const kept = (big.length ? big : polygons.slice(0, 1)).map(p => [simplify(p[0]).map(([x, y]) => [round(x), round(y)])]);
      return { type: 'Feature', properties: { name: properties.name }, geometry: { type: 'MultiPolygon', coordinates: kept } };
    }),
  };
}

const round = n => Math.round(n * 1000) / 1000;

function area(ring) {
  const xs = ring.map(p => p[0]), ys = ring.map(p => p[1]);
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

// Douglas–Peucker, on the two halves of the ring: its ends are one point.
function simplify(ring) {
  const far = ring.reduce((best, p, i) => distance(p, ring[0]) > distance(ring[best], ring[0]) ? i : best, 0);
  return [...half(ring.slice(0, far + 1)), ...half(ring.slice(far)).slice(1)];
}

function half(points) {
  if (points.length < 3) return points;
  let worst = 0, at = 0;
  for (let i = 1; i < points.length - 1; i++) {
    const d = fromLine(points[i], points[0], points.at(-1));
    if (d > worst) [worst, at] = [d, i];
  }
  return worst < tolerance ? [points[0], points.at(-1)] : [...half(points.slice(0, at + 1)), ...half(points.slice(at)).slice(1)];
}

const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function fromLine(p, a, b) {
  const length = distance(a, b);
  return length === 0 ? distance(p, a) : Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length;
}
