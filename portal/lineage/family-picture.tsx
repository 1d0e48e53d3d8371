import { useLanguage } from '../ui/language-context.tsx';
import type { FamilyDiagram, PlacedRelative } from './relatives.ts';

const [width, height, gapX, gapY] = [132, 34, 44, 12];

/** The family as boxes and lines, oldest first in the direction of reading; the list beside it says the same in words. */
export function FamilyPicture({
  diagram,
  record,
}: {
  readonly diagram: FamilyDiagram;
  readonly record: string;
}) {
  const { direction } = useLanguage();
  const { placed, columns, rows, lines } = diagram;
  const whole = { width: columns * (width + gapX) - gapX, height: rows * (height + gapY) - gapY };
  const x = ({ column }: PlacedRelative) => {
    const start = column * (width + gapX);
    return direction === 'rtl' ? whole.width - start - width : start;
  };
  const y = ({ row }: PlacedRelative) => row * (height + gapY);
  const ends = direction === 'rtl' ? [0, width] : [width, 0];
  return (
    <div className="family-picture">
      <svg
        viewBox={`-2 -2 ${whole.width + 4} ${whole.height + 4}`}
        width={whole.width + 4}
        height={whole.height + 4}
        aria-hidden="true"
      >
        {lines.map(({ from, to }) => {
          const [x1, y1] = [x(from) + ends[0]!, y(from) + height / 2];
          const [x2, y2] = [x(to) + ends[1]!, y(to) + height / 2];
          const middle = (x1 + x2) / 2;
          return (
            <path
              key={`${from.relative.id} ${to.relative.id}`}
              className="family-line"
              d={`M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`}
            />
          );
        })}
        {placed.map((each) => (
          <g
            key={each.relative.id}
            className="family-node"
            data-self={each.relative.id === record || undefined}
          >
            <rect x={x(each)} y={y(each)} width={width} height={height} rx={8} />
            <text x={x(each) + width / 2} y={y(each) + height / 2} dy="0.35em" textAnchor="middle">
              {shortened(each.relative.id)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function shortened(id: string): string {
  return id.length > 16 ? `${id.slice(0, 7)}…${id.slice(-7)}` : id;
}
