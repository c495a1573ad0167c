import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** A picture of a page, pixel by pixel, each of its four channels from 0 to 255; where nothing is drawn, alpha is 0. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** What a mixer gets of a page: everything that the page draws, and nothing behind it. */
export async function pixelsOf(page: Page): Promise<Pixels> {
  return decode(await page.screenshot({ omitBackground: true, type: 'png' }));
}

/** Red, green, blue and alpha at a place given in percent of width and height. */
export function pixelAt({ width, height, data }: Pixels, x: number, y: number): number[] {
  const at = (Math.floor((y / 100) * height) * width + Math.floor((x / 100) * width)) * 4;
  return [...data.subarray(at, at + 4)];
}

/** The rectangle around everything that is drawn, in percent of width and height; null where nothing is. */
export function drawnIn({ width, height, data }: Pixels) {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 3, pixel = 0; at < data.length; at += 4, pixel += 1) {
    if (data[at] === 0) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
  }
  if (right < 0) return null;
  const percent = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;
  return {
    left: percent(left, width),
    top: percent(top, height),
    right: percent(right, width),
    bottom: percent(bottom, height),
  };
}

/** How many pixels are drawn thinner than a box of so much opacity (1 to 255) is, and are not nothing. */
export function thinlyDrawn({ data }: Pixels, box: number): number {
  let count = 0;
  for (let at = 3; at < data.length; at += 4) {
    const alpha = data[at] ?? 0;
    if (alpha !== 0 && alpha < box) count += 1;
  }
  return count;
}

/** The mean relative luminance of a picture, 0 to 1, over every fourth pixel of every fourth line. */
export function luminance({ width, height, data }: Pixels): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y += 4) {
    for (let x = 0; x < width; x += 4) {
      const at = (y * width + x) * 4;
      sum += lightOf([...data.subarray(at, at + 3)]);
      count += 1;
    }
  }
  return sum / count;
}

/** The relative luminance of a colour, 0 to 1, by WCAG's definition. */
export function lightOf([r = 0, g = 0, b = 0]: readonly number[]): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Reads a PNG of eight bits a channel, with or without alpha, not interlaced: what browsers write. */
export function decode(file: Uint8Array): Pixels {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, type] = [file[24], file[25]];
  if (depth !== 8 || (type !== 6 && type !== 2)) throw new Error(`A PNG of type ${type}, ${depth} bits`);
  const channels = type === 6 ? 4 : 3;
  const lines = unfilter(inflateSync(chunksOf(view, file, 'IDAT')), width * channels, height, channels);
  const data = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    for (let channel = 0; channel < 4; channel += 1)
      data[pixel * 4 + channel] = channel < channels ? (lines[pixel * channels + channel] ?? 0) : 255;
  }
  return { width, height, data };
}

function chunksOf(view: DataView, file: Uint8Array, wanted: string): Uint8Array {
  const found: Uint8Array[] = [];
  for (let at = 8; at < file.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (name === wanted) found.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(found);
}

/** Undoes the five filters of PNG lines. */
function unfilter(raw: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const lines = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? (lines[to + x - channels] ?? 0) : 0;
      const up = y > 0 ? (lines[to + x - stride] ?? 0) : 0;
      const corner = y > 0 && x >= channels ? (lines[to + x - stride - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      lines[to + x] = ((raw[from + x] ?? 0) + guess) & 255;
    }
  }
  return lines;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
