import { FloatOverSlides } from './float-over-slides.tsx';
import { useStageLink } from './stage-link.ts';

/** The room's stage in a window over the slides. */
export function RoomFloat({ slug, room }: { slug: string; room: string }) {
  return <FloatOverSlides slug={slug} room={room} link={useStageLink(slug, room)} />;
}
