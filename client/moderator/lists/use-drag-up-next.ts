import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent } from 'react';

/** Listens for questions that are dropped onto a place of Up next: dragging orders, and never puts anything on screen. */
export function useDragUpNext(onPlace: (question: string, position: number) => void): void {
  const place = useEffectEvent(onPlace);
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data['upNext'] === 'string',
        onDrop({ source, location }) {
          const { upNext } = source.data;
          const position = location.current.dropTargets[0]?.data['place'];
          if (typeof upNext === 'string' && typeof position === 'number') place(upNext, position);
        },
      }),
    [],
  );
}
