import { type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { useDragToScroll } from './use-drag-to-scroll.ts';

interface ViewerStageProps {
  readonly title: string;
  /** Returns true for a key that it has used. */
  readonly onKey: (key: string) => boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

/** Where a document is looked at: scrolls by dragging, fingers and arrow keys, and hands other keys on. */
export function ViewerStage({ title, onKey, children, ref }: ViewerStageProps) {
  const stage = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => stage.current!);
  useDragToScroll(stage);
  return (
    <section
      className="viewer-stage"
      ref={stage}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
      tabIndex={0}
      aria-label={title}
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey && onKey(event.key)) event.preventDefault();
      }}
    >
      {children}
    </section>
  );
}
