import { type Chain, mostBehind, type Resting } from '../../shared/people/invited.ts';

/** [P13] What the text of an invite says of what it rests on: who makes it, and the nearest of those behind it. */
export function restingOn(maker: string, { invites: [, ...through], makers }: Chain): Resting {
  const others = makers.filter((id) => id !== maker).slice(0, mostBehind);
  return {
    maker,
    ...(through.length > 0 && { through: through.slice(0, mostBehind) }),
    ...(others.length > 0 && { makers: others }),
  };
}
