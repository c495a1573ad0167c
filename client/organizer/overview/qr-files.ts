import { qrShape } from '../../look/qr-shape.ts';

/** Side of a picture of a QR code, in pixels: sharp on a wall, and in print up to 25 cm. */
const pictureSide = 2_000;

/** A QR code as a file to be printed at any size. */
export function qrSvg(text: string): Blob {
  const { size, path } = qrShape(text);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>\n`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** A QR code as a picture for slides; null where this browser draws none. */
export function qrPng(text: string): Promise<Blob | null> {
  const { size, path } = qrShape(text);
  const module = Math.floor(pictureSide / size);
  const canvas = document.createElement('canvas');
  canvas.width = size * module;
  canvas.height = size * module;
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(module, module);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Hands a file to whoever uses this browser, under a name. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
