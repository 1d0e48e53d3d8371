import { type ReactNode, useEffect, useRef } from 'react';

interface MenuProps {
  readonly name: ReactNode;
  /** Something is chosen in it. */
  readonly isActive?: boolean;
  readonly children: ReactNode;
}

/** A button with a panel below it; closes on Escape and on a click elsewhere. */
export function Menu({ name, isActive = false, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current;
      if (menu?.open !== true) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.open = false;
        menu.querySelector('summary')?.focus();
      } else if (!menu.contains(event.target as Node)) menu.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details className="menu" ref={details}>
      <summary className="tool" data-active={isActive || undefined}>
        {name}
      </summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
