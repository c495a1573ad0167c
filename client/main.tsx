import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import * as z from 'zod/mini';
import { base, standBelow } from './connection/base.ts';
import { takeInvite } from './connection/invite-link.ts';
import { dressPage } from './look/appearance.ts';
import { guardCompositions } from './look/composition.ts';
import './look/tokens.css';
import './look/base.css';
import { preloadRoute, Routes } from './routes.tsx';

// Compiled schemas need `eval`, which the Content-Security-Policy forbids: do not even try.
z.config({ jitless: true });

standBelow();
dressPage();
guardCompositions(window);
const invite = takeInvite();
if (invite === null) preloadRoute(location.pathname.slice(base.length));
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Router base={base}>
        <Routes invite={invite} />
      </Router>
    </StrictMode>,
  );
}
