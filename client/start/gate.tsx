import type { ReactNode } from 'react';
import type { Role } from '../../shared/people/role.ts';
import { useConnection } from '../connection/hooks.tsx';
import { NeedsLink } from './needs-link.tsx';

/** Shows the screen, or what it needs where the server refused us; what a projector shows is its own business alone. */
export function Gate({ slug, as, children }: { slug: string; as: Role; children: ReactNode }) {
  const { refusal } = useConnection();
  if (refusal === null || as === 'projector') return children;
  return <NeedsLink slug={slug} as={as} refusal={refusal} />;
}
