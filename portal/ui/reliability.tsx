/** How far a record can be relied on, in a word; the sign differs too, so that colour is not needed. */
export function Reliability({ label, title }: { readonly label: string; readonly title: string }) {
  return (
    <span className="reliability" data-label={label}>
      {title}
    </span>
  );
}
