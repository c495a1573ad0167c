import { useEffect, useRef, useState } from 'react';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { floatMessages } from '../messages/float.en.ts';
import css from './float-over-slides.module.css';
import type { StageLink } from './stage-link.ts';

const say = catalogue(floatMessages);

/** The browser's windows that stay above all others, where it has them. */
interface FloatingWindows {
  requestWindow(size: { width: number; height: number }): Promise<Window>;
}

/** The first size of the window; people pull it to the one they want. */
const size = { width: 640, height: 360 } as const;

/**
 * A room's stage in a small window above the speaker's slides, for machines with one screen. `link` gives the room's screen
 * with its invite. Draws nothing where the browser has no such windows (they need https or localhost); the window
 * goes when this part of the page does.
 */
export function FloatOverSlides({ slug, room, link }: { slug: string; room: string; link: StageLink }) {
  return <Floating key={`${slug} ${room}`} room={room} link={link} />;
}

function Floating({ room, link }: { room: string; link: StageLink }) {
  const floating = useRef<Window | null>(null);
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const close = () => floating.current?.close();
    addEventListener('pagehide', close);
    return () => {
      removeEventListener('pagehide', close);
      close();
    };
  }, []);
  const windows = floatingWindows();
  if (windows === null) return null;
  const toggle = async () => {
    if (floating.current) {
      floating.current.close();
      return;
    }
    try {
      // The window first, while the press still counts.
      const opened = await windows.requestWindow(size);
      floating.current = opened;
      const path = await link();
      if (path === null) {
        opened.close();
        floating.current = null;
        setRefused(true);
        return;
      }
      opened.addEventListener('pagehide', () => {
        floating.current = null;
        setOpen(false);
      });
      fill(opened, path, say('float.title', { room }));
      setOpen(true);
      setRefused(false);
    } catch {
      setRefused(true);
    }
  };
  return (
    <span className={css.float}>
      <Button size="small" onClick={() => void toggle()}>
        {open ? say('float.close') : say('float.open')}
      </Button>
      {refused && (
        <span role="status" className={css.refused}>
          {say('float.refused')}
        </span>
      )}
    </span>
  );
}

/** Puts the stage's page into a window, from edge to edge. */
function fill({ document }: Window, path: string, title: string): void {
  const page = new URL(path, location.href);
  page.searchParams.set('layout', 'full');
  const frame = document.createElement('iframe');
  frame.src = page.href;
  frame.title = title;
  document.title = title;
  for (const element of [document.documentElement, document.body, frame])
    Object.assign(element.style, {
      width: '100%',
      height: '100%',
      margin: '0',
      border: '0',
      display: 'block',
    });
  document.body.style.overflow = 'hidden';
  document.body.style.background = '#0b0d0f';
  document.body.replaceChildren(frame);
}

function floatingWindows(): FloatingWindows | null {
  const found: unknown = Reflect.get(globalThis, 'documentPictureInPicture');
  return isFloatingWindows(found) ? found : null;
}

function isFloatingWindows(found: unknown): found is FloatingWindows {
  return (
    typeof found === 'object' &&
    found !== null &&
    'requestWindow' in found &&
    typeof found.requestWindow === 'function'
  );
}
