import { useStageLink } from '../screen/stage-link.ts';
import { FloatOverSlides } from './float-over-slides.tsx';

/** The room's stage in a window over the slides. */
export function RoomFloat({ slug, room }: { slug: string; room: string }) {
  return <FloatOverSlides slug={slug} room={room} link={useStageLink(slug, room)} />;
}
