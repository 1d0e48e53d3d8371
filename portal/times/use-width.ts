import { type RefObject, useEffect, useRef, useState } from 'react';

/** Width of an element in pixels, as it changes. */
export function useWidth<E extends Element>(): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observed = element.current;
    if (observed === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
