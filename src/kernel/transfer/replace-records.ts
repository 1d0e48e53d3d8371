import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';
import type { CommitContext } from './commit-import.ts';
import type { Finding } from './finding.ts';
import { type LayerLoad, RefusedTogether } from './layer-load.ts';

/**
 * Writes an import whose records may exist: those that do are replaced, with the meaning that the log's writer gives it.
 * One batch, so it is held in memory. @throws RefusedTogether with nothing written
 */
export async function replaceRecords(
  loads: readonly LayerLoad[],
  { services, request, cause }: CommitContext,
): Promise<Position> {
  const records = loads.flatMap(({ plan, bodies }) => bodies.map((each) => ({ ...each, plan })));
  const intents = records.map(({ plan, record, body }) => ({
    verb: 'replace' as const,
    register: plan.register.id,
    record,
    body,
  }));
  const { caller, legalBasis, dryRun } = request;
  try {
    const written = await services.writer.write(intents, {
      caller,
      cause,
      dryRun: dryRun ?? false,
      ...(legalBasis === undefined ? {} : { legalBasis }),
    });
    return Math.max(0, ...written.slice(-1).map(({ position }) => position));
  } catch (error) {
    if (!(error instanceof Problem) || error.violations.length === 0) throw error;
    throw new RefusedTogether(
      error.violations.map(({ pointer, code, params = {}, geometry }): Finding => {
        const [, index, rest = ''] =
          /^\/(\d+)(.*)$/.exec(records.length === 1 ? `/0${pointer}` : pointer) ?? [];
        const found = records[Number(index)];
        const place = geometry === undefined ? {} : { geometry };
        const whose = found && { layer: found.plan.layer.name, row: found.row, record: found.record };
        return { kind: 'refused', ...whose, pointer: rest, code, params, ...place };
      }),
    );
  }
}
