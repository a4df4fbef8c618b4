// Whether a picture is sharp: the variance of its Laplacian, on a copy of a size that is always the same. Blur takes away what differs from its neighbours.
const SIDE = 800;
const SHARP = 60;

export function sharpness(canvas) {
  const scale = SIDE / Math.max(canvas.width, canvas.height);
  const small = document.createElement('canvas');
  small.width = Math.max(3, Math.round(canvas.width * scale));
  small.height = Math.max(3, Math.round(canvas.height * scale));
  const context = small.getContext('2d', { willReadFrequently: true });
  context.drawImage(canvas, 0, 0, small.width, small.height);
  const { data } = context.getImageData(0, 0, small.width, small.height);
  const grey = new Float32Array(small.width * small.height);
  for (let i = 0; i < grey.length; i++) grey[i] = 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2];
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < small.height - 1; y++) {
    for (let x = 1; x < small.width - 1; x++) {
      const i = y * small.width + x;
      const edge = grey[i - 1] + grey[i + 1] + grey[i - small.width] + grey[i + small.width] - 4 * grey[i];
      sum += edge;
      squares += edge * edge;
      count++;
    }
  }
  return squares / count - (sum / count) ** 2 >= SHARP;
}
