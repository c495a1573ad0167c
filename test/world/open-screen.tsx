import { act, cleanup, configure, render, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import type { DetachedWindowAPI } from 'happy-dom';
import type { ReactNode } from 'react';
import { expect, onTestFinished, vi } from 'vitest';
import { EventProvider } from '../../client/connection/hooks.tsx';
import { AnnouncerProvider } from '../../client/look/announcer.tsx';
import { chooseZone } from '../../client/look/my-zone.ts';
import type { FakeConnection } from './fake-connection.ts';

declare global {
  interface Window {
    readonly happyDOM?: DetachedWindowAPI;
  }
}

// Time is the test's: what waits for a timer inside the library would wait for ever.
configure({ asyncWrapper: (act_) => act_() });

/** How a page is opened: its address, its reader's time zone, the window's width in pixels. */
export interface Opening {
  address?: string;
  zone?: string;
  width?: number;
  /** Nothing was heard of the server yet. */
  unheard?: boolean;
}

/**
 * A page that somebody has open, in a document without layout: what they read and press. All its timers and its calendar
 * are the test's, and stand at the time of the day that is told.
 */
export class OpenScreen {
  readonly connection: FakeConnection;
  readonly #user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });

  readonly #screen: ReactNode;

  constructor(connection: FakeConnection, screen: ReactNode) {
    this.connection = connection;
    this.#screen = screen;
  }

  /** Opens it, and after that anew: what the device keeps is there, and nothing else. */
  reload(): Promise<void> {
    return this.after(() => {
      cleanup();
      render(
        <EventProvider connect={() => this.connection}>
          <AnnouncerProvider>{this.#screen}</AnnouncerProvider>
        </EventProvider>,
      );
    });
  }

  /** Finds what stands on the page by what it is and how it is called. */
  get page() {
    return within(document.body);
  }

  /** The part of the page under a heading. */
  under(heading: string | RegExp) {
    return within(this.page.getByRole('region', { name: heading }));
  }

  /** The words of the part under a heading, in their order, in one line. */
  wordsUnder(heading: string | RegExp): string {
    return wordsIn(this.page.getByRole('region', { name: heading }));
  }

  /** All that stands on the page, in its order, in one line. */
  get text(): string {
    return wordsIn(document.body);
  }

  /** What was said to screen readers last, politely. */
  get said(): string {
    return wordsIn(document.querySelector('[role="status"].unseen'));
  }

  /** What was said to screen readers last, at once. */
  get alarm(): string {
    return wordsIn(document.querySelector('[role="alert"].unseen'));
  }

  /** Puts the page away. */
  close(): void {
    cleanup();
  }

  /** Does something, and lets the page come to rest. */
  async after(something: () => unknown): Promise<void> {
    await act(async () => {
      await something();
    });
    // What was drawn asks for parts that come late; what they draw may ask for more.
    await act(rest);
    await act(rest);
  }

  /** The view of now arrives, at the time of the day that is told. */
  look(): Promise<void> {
    return this.after(() => {
      vi.setSystemTime(Math.max(Date.now(), this.connection.now));
      this.connection.look();
    });
  }

  /** Presses a button, a link or anything else. */
  press(element: Element): Promise<void> {
    return this.after(() => this.#user.click(element));
  }

  /** Writes into a field, instead of what stood in it. */
  write(field: Element, text: string): Promise<void> {
    return this.after(async () => {
      await this.#user.clear(field);
      if (text !== '') {
        await this.#user.click(field);
        await this.#user.paste(text);
      }
    });
  }

  /** Presses keys, as user-event writes them: `j`, `{Enter}`, `{Control>}a{/Control}`. */
  keys(keys: string): Promise<void> {
    return this.after(() => this.#user.keyboard(keys));
  }

  /** Chooses an option of a list by its words. */
  choose(list: Element, option: string): Promise<void> {
    return this.after(() => this.#user.selectOptions(list, option));
  }

  /** Lets so many milliseconds go by in which nothing is heard of the server. */
  silence(milliseconds: number): Promise<void> {
    return this.after(() => vi.advanceTimersByTimeAsync(milliseconds));
  }

  /** Lets so many milliseconds go by: on this page, and on the day. */
  pass(milliseconds: number): Promise<void> {
    return this.after(async () => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      this.connection.until(Date.now());
    });
  }
}

/** Opens a page on a fake connection; it is gone after the test, which fails where React complained of anything. */
export async function openScreen(
  connection: FakeConnection,
  screen: ReactNode,
  { address = '/', zone = 'Etc/UTC', width = 1024, unheard = false }: Opening = {},
): Promise<OpenScreen> {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.useFakeTimers({ now: connection.now, toFake: faked });
  history.replaceState(null, '', address);
  window.happyDOM?.setViewport({ width, height: 768 });
  chooseZone(zone);
  onTestFinished(() => {
    cleanup();
    vi.useRealTimers();
    chooseZone(null);
    localStorage.clear();
    sessionStorage.clear();
    document.title = '';
    const complained = complaints.mock.calls.filter(([what]) => !`${what}`.includes(unknownElement));
    complaints.mockRestore();
    expect(complained).toEqual([]);
  });
  if (!unheard) connection.look();
  const opened = new OpenScreen(connection, screen);
  await opened.reload();
  return opened;
}

/** Of an element of today's HTML that this document does not know, and every browser does. */
const unknownElement = 'is unrecognized in this browser';

const faked = [
  ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] as const),
  ...(['requestAnimationFrame', 'cancelAnimationFrame'] as const),
];

/** Parts that come late are here, and what was promised is done. */
async function rest(): Promise<void> {
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
}

/** The words of an element as they are read, its parts apart from each other; what only a list to choose from holds is left out. */
export function wordsIn(element: Element | null | undefined): string {
  const words = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    const inside = [...node.childNodes].map(words).join('');
    return node.nodeName === 'SELECT' ? ' ' : ` ${inside} `;
  };
  return (element ? words(element) : '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
