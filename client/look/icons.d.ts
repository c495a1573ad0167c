/** The shapes of an icon on a ground of 24 × 24, as `scripts/icons.ts` reads them. */
declare module 'lucide-static/icons/*.svg' {
  const shapes: readonly (readonly [
    element: 'path' | 'circle' | 'rect' | 'line' | 'polyline' | 'polygon' | 'ellipse',
    attributes: Readonly<Record<string, string>>,
  ])[];
  export default shapes;
}
