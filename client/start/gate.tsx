import { type ReactNode, useEffect } from 'react';
import type { Role } from '../../shared/people/role.ts';
import { useConnection } from '../connection/hooks.tsx';
import { LateCode } from '../look/late-code.ts';
import { LatePart } from '../look/late-part.tsx';
import { whenIdle } from '../look/when-idle.ts';

const needsLink = new LateCode(() => import('./needs-link.tsx').then((file) => file.NeedsLink));

/** Shows the screen, or what it needs where the server refused us; what a projector shows is its own business alone. */
export function Gate({ slug, as, children }: { slug: string; as: Role; children: ReactNode }) {
  const { refusal } = useConnection();
  useEffect(() => whenIdle(() => void needsLink.fetch()), []);
  if (refusal === null || as === 'projector') return children;
  return <LatePart code={needsLink} of={{ slug, as, refusal }} />;
}
