// The page `/look`: `npm run look` opens it while a look is worked on; no build has it.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../look/tokens.css';
import '../look/base.css';
import '../look/hyperlegible.css';
import { Gallery } from './gallery.tsx';

// Whatever draws with a font before it is there keeps another.
await document.fonts.load('600 1em Hyperlegible');
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
