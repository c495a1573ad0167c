import type { ReactNode } from 'react';
import type { Role } from '../../shared/people/role.ts';
import { useConnection, useView } from '../connection/hooks.tsx';
import { NeedsLink } from './needs-link.tsx';

/** Shows the screen, or what it needs where the server refused us; a projector that was on keeps its last picture. */
export function Gate({ slug, as, children }: { slug: string; as: Role; children: ReactNode }) {
  const { refusal } = useConnection();
  const seen = useView(() => true) ?? false;
  if (refusal === null || (as === 'projector' && seen)) return children;
  return <NeedsLink slug={slug} as={as} refusal={refusal} />;
}
