import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Show } from '../../shared/stage/show.ts';
import type { Member } from '../world/member.ts';
import type { MovedDay } from './day.ts';
import { voiceIn } from './voice.ts';

/** The moment of the stage day at which the first talk takes questions. */
export const inQuestions = '2031-04-26T12:43:00Z';

/** Where people of the stage day would type the code. */
export const reachable = { PUBLIC_URL: 'https://ask.example.org' };

/** Who stands behind a stage in a test: a moderator without a browser, and somebody who asks. */
export class StageCrew {
  readonly desk: Member;
  readonly asker: Member;

  private constructor(desk: Member, asker: Member) {
    this.desk = desk;
    this.asker = asker;
  }

  static async of(day: MovedDay): Promise<StageCrew> {
    return new StageCrew(await voiceIn(day, 'moderator'), await voiceIn(day, 'attendee', 'Rosalind'));
  }

  /** Puts something on a room's stage. */
  async show(show: Show, room = 'main'): Promise<void> {
    await this.desk.must({ type: 'stage.show', room, show });
  }

  /** Has a question asked and approved; gives its id. `fields` as in the command. */
  async question(text: string, fields: object = {}): Promise<string> {
    const id = await this.asker.ask(text, fields);
    await this.desk.until(() => this.desk.question(id) !== undefined, 'the question');
    await this.desk.must({ type: 'question.approve', question: id });
    return id;
  }

  /** Lays black over a room's stage, or takes it away. */
  async black(on: boolean, room = 'main'): Promise<void> {
    await this.desk.must({ type: 'stage.black', room, on });
  }
}

/** Gives a stage another size, and waits until it has taken it. Only for shapes from 4:3 on. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  const unit = () =>
    page.evaluate(() =>
      Number.parseFloat(
        document.querySelector<HTMLElement>('[data-scene]')?.style.getPropertyValue('--vh') ?? '0',
      ),
    );
  await expect.poll(unit, { interval: 20 }).toBeCloseTo(size.height / 100);
}

/** Waits until a stage shows a scene and nothing fades any more. */
export async function expectScene(page: Page, scene: string, timeout = 15_000): Promise<void> {
  const seen = () =>
    page.evaluate(() => {
      const frame = document.querySelector('[data-scene]');
      const layers = frame?.querySelectorAll('[data-mirrored]').length ?? 0;
      return layers === 1 ? (frame?.getAttribute('data-scene') ?? '') : 'fading';
    });
  await expect.poll(seen, { timeout, interval: 50 }).toBe(scene);
}
