import { expect, test } from 'vitest';
import { logoOfAddress, readLogo } from '../../../server/programme/file/logo.ts';
import { logoLimit } from '../../../shared/event/logo.ts';
import { addressOf, drawing, pixel } from '../../world/logos.ts';

test('[E8] a logo is a PNG or an SVG by its bytes', () => {
  expect(readLogo(pixel)).toMatchObject({ ok: true, type: 'image/png', address: addressOf(pixel) });
  expect(readLogo(drawing())).toMatchObject({ ok: true, type: 'image/svg+xml' });
  for (const harmless of [
    '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" width="9" height="9"/><use xlink:href="#b"/>',
    '<style>.a{fill:url(#a);stroke:#123456}</style><g inkscape:export-filename="C:\\logo.png" xmlns:inkscape="http://inkscape.org"/>',
    `<image href="${addressOf(pixel)}" width="9" height="9"/>`,
  ])
    expect(readLogo(drawing(harmless)), harmless).toMatchObject({ ok: true });
  const doctype =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  expect(readLogo(Buffer.from(`${doctype}${drawing().toString().slice(21)}`))).toMatchObject({ ok: true });
});

test('[E8] what is neither is refused, whatever it is called', () => {
  const cutOff = Buffer.from(pixel.subarray(0, 20));
  const otherChunk = Buffer.from(pixel);
  otherChunk.write('IDAT', 12, 'latin1');
  const endless = Buffer.from(pixel);
  endless.writeUInt32BE(60_000, 16);
  for (const bytes of [
    Buffer.from(''),
    Buffer.from('GIF89a'),
    Buffer.from('<html><svg xmlns="http://www.w3.org/2000/svg"/></html>'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'),
    Buffer.from([...drawing(), 0xff]),
    Buffer.from(`<svg>${'<g>'.repeat(500)}${'</g>'.repeat(500)}</svg>`),
    cutOff,
    otherChunk,
    endless,
  ])
    expect(readLogo(bytes), bytes.toString('latin1').slice(0, 80)).toEqual({
      ok: false,
      code: 'logo-unreadable',
    });
  expect(logoOfAddress(addressOf(pixel, 'image/svg+xml'))).toEqual({ ok: false, code: 'logo-unreadable' });
  for (const address of [
    '',
    'https://example.org/logo.png',
    addressOf(pixel, 'text/html'),
    `${addressOf(pixel)}%`,
  ])
    expect(logoOfAddress(address), address).toEqual({ ok: false, code: 'logo-unreadable' });
});

test('[E8] an SVG that runs or fetches something is refused', () => {
  for (const [inside, more] of [
    ['<script>alert(1)</script>'],
    ['<svg:script xmlns:svg="http://www.w3.org/2000/svg" href="data:,1"/>'],
    ['<foreignObject><p>hi</p></foreignObject>'],
    ['<g onclick="alert(1)"/>'],
    ['', ' onload="alert(1)"'],
    ['<image href="https://example.org/a.png"/>'],
    ['<image xlink:href="//example.org/a.png"/>'],
    ['<image href="data:image/svg+xml;base64,AAAA"/>'],
    ['<use href="other.svg#a"/>'],
    ['<a href="javascript:alert(1)"><path/></a>'],
    ['<set attributeName="href" to="javascript:alert(1)"/>'],
    ['<rect fill="url(https://example.org/a.svg#b)"/>'],
    ['<rect style="fill:&#117;rl(//example.org)"/>'],
    ['<style>@import "https://example.org/a.css";</style>'],
    ['<style><![CDATA[.a{background:url("https://example.org")}]]></style>'],
    ['<style>.a{background:u\\72l(//example.org)}</style>'],
    ['<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.org"/>'],
  ] as const)
    expect(readLogo(drawing(inside, more)), inside).toEqual({ ok: false, code: 'logo-unsafe' });
  const declared = '<!DOCTYPE svg [<!ENTITY a "b">]>';
  expect(readLogo(Buffer.from(`${declared}${drawing().toString().slice(21)}`))).toMatchObject({
    code: 'logo-unsafe',
  });
  const styled = `<?xml-stylesheet href="https://example.org/a.css"?>${drawing().toString().slice(21)}`;
  expect(readLogo(Buffer.from(styled))).toMatchObject({ code: 'logo-unsafe' });
});

test('[E8] a logo has at most 100 kB', () => {
  const padded = (length: number) => Buffer.concat([pixel, Buffer.alloc(length - pixel.length)]);
  expect(readLogo(padded(logoLimit))).toMatchObject({ ok: true });
  expect(readLogo(padded(logoLimit + 1))).toEqual({ ok: false, code: 'logo-too-large' });
});
