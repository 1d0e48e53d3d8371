/** The sign of Ufuq: the sun on the horizon line. Decorative; the name stands beside it. */
export function HorizonMark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="mark-sun" d="M8 23a12 12 0 0 1 24 0z" />
      <path className="mark-line" d="M2 25.5h36" />
      <path className="mark-sea" d="M8 30h24M14 34.5h12" />
    </svg>
  );
}
