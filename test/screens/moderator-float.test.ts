import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import { FloatOverSlides } from '../../client/moderator/screen/float-over-slides.tsx';

const drawn = () =>
  renderToStaticMarkup(
    createElement(FloatOverSlides, {
      slug: 'demo',
      room: 'main',
      link: async () => '/e/demo/stage/main#invite=x',
    }),
  );

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'documentPictureInPicture');
});

test('a stage floats over slides only where the browser has such windows', () => {
  expect(drawn()).toBe('');
  Reflect.set(globalThis, 'documentPictureInPicture', { requestWindow: () => Promise.reject(new Error()) });
  expect(drawn()).toContain('Float over slides');
});
