import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent } from 'react';

/** Listens for questions that are dropped onto a place of Up next: dragging orders, and never puts anything on screen. */
export function useDragUpNext(onPlace: (question: string, position: number) => void): void {
  const place = useEffectEvent(onPlace);
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data['queued'] === 'string',
        onDrop({ source, location }) {
          const { queued } = source.data;
          const position = location.current.dropTargets[0]?.data['place'];
          if (typeof queued === 'string' && typeof position === 'number') place(queued, position);
        },
      }),
    [],
  );
}
