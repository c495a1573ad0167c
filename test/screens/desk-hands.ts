import { within } from '@testing-library/react';
import { expect } from 'vitest';
import { type OpenScreen, wordsIn } from '../world/open-screen.tsx';

/** Longer than any key of the desk stays deaf, or waits for a row to settle, in milliseconds. */
const pause = 1_000;

/** Somebody at an open desk: their keys, the row in the frame, the line that says what came of it. */
export class Hands {
  readonly desk: OpenScreen;

  constructor(desk: OpenScreen) {
    this.desk = desk;
  }

  /** What is drawn in the frame: the list and the words of the one row; null where none is. */
  get framed(): string | null {
    const rows = document.querySelectorAll<HTMLElement>('[data-row][data-current="true"]');
    expect(rows.length).toBeLessThanOrEqual(1);
    const [row] = rows;
    return row ? `${row.dataset['list']}: ${row.querySelector('p')?.textContent}` : null;
  }

  /** The list that has the focus, and the words of the row in it. */
  get focused(): string | null {
    const at = document.activeElement?.closest<HTMLElement>('[data-row], [data-list]');
    return at ? `${at.dataset['list']}: ${at.querySelector('p')?.textContent ?? ''}` : null;
  }

  /** The line at the foot of the desk. */
  get line(): string {
    return wordsIn(document.querySelector('footer [data-kind]'));
  }

  /** The row of a list that has these words. */
  row(list: string, text: string) {
    const found = document.querySelectorAll<HTMLElement>(`[data-row][data-list="${list}"]`);
    const row = [...found].find(({ textContent }) => textContent.includes(text));
    if (!row) throw new Error(`${text} is not in ${list}`);
    return { element: row, ...within(row) };
  }

  /** Goes to a row: the focus comes to it, as by a press. */
  async goTo(list: string, text: string): Promise<void> {
    await this.desk.after(() => this.row(list, text).element.focus());
    expect(this.framed).toBe(`${list}: ${text}`);
  }

  /** Presses a key when the one before it has long been done. */
  async press(keys: string): Promise<void> {
    await this.desk.pass(pause);
    await this.desk.keys(keys);
  }

  /** Nothing at the desk has the focus, as after a press beside everything. */
  async leave(): Promise<void> {
    await this.desk.after(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    );
  }

  /** Opens something by the menu at the end of the header. */
  async open(panel: string): Promise<void> {
    await this.menu('More', panel);
  }

  /** Chooses a line of a menu by its words. */
  async menu(button: string | RegExp, line: string | RegExp): Promise<void> {
    await this.desk.press(this.desk.page.getByRole('button', { name: button }));
    await this.desk.press(this.desk.page.getByRole('menuitem', { name: line }));
  }
}
