import { useStagePath } from './display-link.tsx';
import { FloatOverSlides } from './float-over-slides.tsx';

/** The room's stage in a window over the slides, offered as soon as there is a link for it. */
export function Floating({ slug, room }: { slug: string; room: string }) {
  const path = useStagePath(slug, room);
  return path === null ? null : <FloatOverSlides slug={slug} room={room} path={path} />;
}
