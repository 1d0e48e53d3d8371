import { type RefObject, useEffect } from 'react';

/** Lets a person move what is larger than its window by dragging it with the mouse; fingers scroll by themselves. */
export function useDragToScroll(stage: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const begin = (event: PointerEvent) => {
      const isText = event.target instanceof HTMLElement && event.target.closest('.textLayer span') !== null;
      if (event.pointerType !== 'mouse' || event.button !== 0 || isText) return;
      element.setPointerCapture(event.pointerId);
      element.dataset.dragged = '';
    };
    const move = ({ movementX, movementY }: PointerEvent) => {
      if (element.dataset.dragged !== undefined) element.scrollBy(-movementX, -movementY);
    };
    const end = () => {
      delete element.dataset.dragged;
    };
    element.addEventListener('pointerdown', begin);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
    return () => {
      element.removeEventListener('pointerdown', begin);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
    };
  }, [stage]);
}
