import { lazy, type ReactNode } from 'react';
import type { Role } from '../../shared/people/role.ts';
import { useConnection } from '../connection/hooks.tsx';

const NeedsLink = lazy(() => import('./needs-link.tsx').then((file) => ({ default: file.NeedsLink })));

/** Shows the screen, or what it needs where the server refused us; what a projector shows is its own business alone. */
export function Gate({ slug, as, children }: { slug: string; as: Role; children: ReactNode }) {
  const { refusal } = useConnection();
  if (refusal === null || as === 'projector') return children;
  return <NeedsLink slug={slug} as={as} refusal={refusal} />;
}
