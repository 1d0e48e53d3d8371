/** Calls `act` at most once a frame, with what it was last given: a mouse may report itself many times between two pictures. */
export function onceAFrame<T>(act: (value: T) => void): { (value: T): void; cancel(): void } {
  let waiting: { readonly value: T } | undefined;
  let frame = 0;
  const later = (value: T) => {
    frame = waiting ? frame : requestAnimationFrame(run);
    waiting = { value };
  };
  const run = () => {
    const { value } = waiting!;
    waiting = undefined;
    act(value);
  };
  const cancel = () => {
    cancelAnimationFrame(frame);
    waiting = undefined;
  };
  return Object.assign(later, { cancel });
}
