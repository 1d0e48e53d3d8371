import { type Ask, apiPath, requestJson } from '../api/request.ts';

/** A record in the family of another, as the API tells it. */
export interface Relative {
  readonly id: string;
  /** Negative for predecessors, 0 for the record itself. */
  readonly depth: number;
  readonly title: unknown;
  readonly valid: { readonly from: string | null; readonly to: string | null };
  readonly predecessors: readonly string[];
}

export interface Family {
  readonly numberOfRelatives: number;
  readonly isComplete: boolean;
  readonly relatives: readonly Relative[];
}

const mostAsked = 200;

export function fetchFamily(register: string, record: string, ask: Ask): Promise<Family> {
  return requestJson<Family>(
    apiPath(['collections', register, 'items', record, 'lineage'], { limit: mostAsked }),
    ask,
  );
}

/** A record at its place in the diagram; columns are generations, oldest first. */
export interface PlacedRelative {
  readonly relative: Relative;
  readonly column: number;
  readonly row: number;
}

export interface FamilyDiagram {
  readonly placed: readonly PlacedRelative[];
  readonly columns: number;
  readonly rows: number;
  readonly lines: readonly { readonly from: PlacedRelative; readonly to: PlacedRelative }[];
}

/** Lays a family out: a column for each generation, rows in the order of ids, a line from predecessor to successor. */
export function diagramOf(relatives: readonly Relative[]): FamilyDiagram {
  const first = Math.min(0, ...relatives.map(({ depth }) => depth));
  const filled = new Map<number, number>();
  const placed = relatives.map((relative): PlacedRelative => {
    const column = relative.depth - first;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    return { relative, column, row };
  });
  const byId = new Map(placed.map((each) => [each.relative.id, each]));
  const lines = placed.flatMap((to) =>
    to.relative.predecessors.flatMap((id) => {
      const from = byId.get(id);
      return from === undefined ? [] : [{ from, to }];
    }),
  );
  const columns = Math.max(0, ...placed.map(({ column }) => column)) + 1;
  return { placed, columns, rows: Math.max(0, ...filled.values()), lines };
}

/** An instant at which a record held: shortly before its end, or none where it holds without one. */
export function momentOf({ valid }: Relative): string | undefined {
  if (valid.to === null) return undefined;
  const before = new Date(Date.parse(valid.to) - 1000).toISOString();
  return valid.from !== null && before < valid.from ? valid.from : before;
}
