import { encode } from 'uqr';

/** How a QR code of a text is drawn: so many modules a side, a quiet zone of four around it included, and its dark ones. */
export function qrShape(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}
