import gifenc from 'gifenc';
import { decode } from '../../test/journeys/pixels.ts';

/** A moment of a film: a PNG, and how long it stays, in milliseconds. */
export interface Frame {
  png: Uint8Array;
  stays: number;
}

/** Colours of a frame; one more says "as before". */
const colours = 255;

/** The frames as an animated GIF that begins again at its end. What does not change from one to the next is not written again. */
export function animated(frames: readonly Frame[]): Uint8Array {
  const encoder = gifenc.GIFEncoder();
  let before: Uint8Array | null = null;
  for (const { png, stays } of frames) {
    const { width, height, data } = decode(png);
    const palette = [...gifenc.quantize(data, colours), [0, 0, 0]];
    const indexed = gifenc.applyPalette(data, palette.slice(0, -1));
    const same = palette.length - 1;
    if (before !== null)
      for (let pixel = 0; pixel < indexed.length; pixel += 1)
        if (isSame(data, before, pixel * 4)) indexed[pixel] = same;
    encoder.writeFrame(indexed, width, height, {
      ...{ palette, delay: stays, dispose: 1 },
      ...(before !== null && { transparent: true, transparentIndex: same }),
    });
    before = data;
  }
  encoder.finish();
  return encoder.bytes();
}

function isSame(one: Uint8Array, other: Uint8Array, at: number): boolean {
  return one[at] === other[at] && one[at + 1] === other[at + 1] && one[at + 2] === other[at + 2];
}
