import { basename } from 'node:path';
import { Problem } from '../errors.ts';
import { type Source, SourceError, type SourceLayer } from '../formats/source.ts';
import { crsDefinition } from '../geo/crs-definition.ts';
import { projector } from '../geo/crs-projector.ts';
import { epsgOfName, epsgOfWkt } from '../geo/crs-wkt.ts';
import { normaliseRegister } from '../register/define-register.ts';
import type { Register } from '../register/register.ts';
import { deriveRegister } from './derive-register.ts';
import type { Finding } from './finding.ts';
import type { ImportRequest, ImportServices } from './import-request.ts';

/** One layer and the register that it goes to. */
export interface LayerPlan {
  readonly layer: SourceLayer;
  readonly register: Register;
  readonly isNew: boolean;
  /** What `projector` takes: an EPSG code or a definition. */
  readonly crs: number | string;
}

export interface ImportPlan {
  readonly layers: readonly LayerPlan[];
  readonly findings: readonly Finding[];
}

/** Decides which layers of a file go where; what stands in the way is found here, before a record is read. */
export async function planImport(
  services: Pick<ImportServices, 'registry'>,
  request: ImportRequest,
  source: Source,
): Promise<ImportPlan> {
  const all = await source.layers();
  const chosen = request.layer === undefined ? all : all.filter(({ name }) => name === request.layer);
  if (all.length === 0) throw new SourceError('no-layers');
  const names = all.map(({ name }) => name).join(', ');
  if (chosen.length === 0)
    throw new SourceError('layer-not-found', { layer: request.layer ?? '', layers: names });
  const findings: Finding[] = [];
  if (request.register !== undefined && chosen.length > 1)
    return {
      layers: [],
      findings: [{ kind: 'refused', code: 'layer-ambiguous', params: { layers: names } }],
    };
  const layers: LayerPlan[] = [];
  for (const layer of chosen) {
    const crs = crsOf(layer, request);
    // A missing reference system is said once, as the refusal that it is; not at all where it was named.
    const warnings = (layer.warnings ?? []).filter(({ code }) => code !== 'crs-missing');
    findings.push(...warnings.map((w) => fromLayer(layer, w.severity, w.code, w.params)));
    if (typeof crs === 'object') findings.push(fromLayer(layer, 'error', crs.code, crs.params));
    const register = registerOf(services, request, layer, findings);
    const isTaken = layers.some((plan) => plan.register.id === register?.id);
    if (isTaken) findings.push(fromLayer(layer, 'error', 'register-exists', { register: register!.id }));
    else if (register && typeof crs !== 'object')
      layers.push({ layer, register, isNew: request.register === undefined, crs });
  }
  return { layers, findings };
}

function registerOf(
  { registry }: Pick<ImportServices, 'registry'>,
  request: ImportRequest,
  layer: SourceLayer,
  findings: Finding[],
): Register | undefined {
  const map = request.map ?? {};
  const named = [...Object.keys(map), ...(request.idField === undefined ? [] : [request.idField])];
  const fields = layer.fields.map(({ name }) => name);
  for (const field of named)
    if (!layer.isSampled && !fields.includes(field))
      findings.push(fromLayer(layer, 'error', 'field-missing', { field, fields: fields.join(', ') }));
  if (request.register !== undefined) return registry.require(request.register);
  const derived = deriveRegister(layer, map, basename(request.name ?? request.path));
  const id = freeId(registry, derived.id);
  if (id === undefined) {
    findings.push(fromLayer(layer, 'error', 'register-exists', { register: derived.id }));
    return undefined;
  }
  if (id !== derived.id)
    findings.push(fromLayer(layer, 'warning', 'register-renamed', { register: derived.id, id }));
  const declaration = { ...derived, id };
  try {
    return normaliseRegister(declaration, 'run-time');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const { pointer, code, params = {} } of error.violations)
      findings.push({ ...fromLayer(layer, 'error', code, params), pointer });
    return undefined;
  }
}

/**
 * The id where it is free. One that the program itself declares is not in the way of a file: its layer gets the next free
 * number. A register that was made at run time is: whoever imports a file twice should be told.
 */
function freeId(registry: Pick<ImportServices['registry'], 'get'>, id: string): string | undefined {
  for (let number = 2, free = id; ; free = `${id.slice(0, 96)}-${number++}`) {
    const taken = registry.get(free);
    if (!taken) return free;
    if (taken.origin !== 'code') return undefined;
  }
}

type CrsFault = { readonly code: string; readonly params: Finding['params'] };

function crsOf(layer: SourceLayer, { crs }: ImportRequest): number | string | CrsFault {
  if (layer.geometry === null) return 4326;
  if (crs !== undefined)
    return usable(epsgOfName(crs) ?? epsgOfWkt(crs), /\[|\+proj=/.test(crs) ? crs : undefined, crs);
  const stated = layer.crs;
  if (!stated) return { code: 'crs-missing', params: { layer: layer.name } };
  const { epsg, wkt } = stated;
  return usable(epsg ?? (wkt === undefined ? undefined : epsgOfWkt(wkt)), wkt, String(epsg ?? wkt));
}

/** The code where it is known, else the definition where coordinates can be computed with it. */
function usable(
  epsg: number | undefined,
  definition: string | undefined,
  named: string,
): number | string | CrsFault {
  if (epsg !== undefined && crsDefinition(epsg)) return epsg;
  const fault = { code: 'crs-unknown', params: { value: named.slice(0, 120) } };
  if (definition === undefined) return fault;
  try {
    projector(definition, 4326).position([0, 0]);
    return definition;
  } catch {
    return fault;
  }
}

function fromLayer(
  layer: SourceLayer,
  severity: 'error' | 'warning',
  code: string,
  params: Finding['params'] = {},
): Finding {
  return { kind: severity === 'error' ? 'refused' : 'warning', layer: layer.name, code, params };
}
