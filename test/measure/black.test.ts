import { describe, expect, test } from 'vitest';
import { Hands, whenBlack } from '../journeys/desk-hands.ts';
import { journey } from '../journeys/journey.ts';
import { expectText } from '../journeys/looking.ts';

describe('the panic key of a desk with two displays', () => {
  const { server, people } = journey();

  test('blacks them all within half a second', async () => {
    const desk = new Hands(await people().withLaptop());
    const walls = [await people().projector(), await people().projector()];
    await desk.page.goto(server.link('Moderator'));
    for (const wall of walls) {
      await wall.goto(server.link('Screen'));
      await expectText(wall.locator('body'), 'Invited Talk 2');
    }
    await desk.page.getByRole('listitem').first().waitFor();
    const watching = await Promise.all(walls.map(whenBlack));
    const pressed = Date.now();
    await desk.page.keyboard.press('b');
    for (const black of watching) expect((await black()) - pressed).toBeLessThan(500);
  });
});
