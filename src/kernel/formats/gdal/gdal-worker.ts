import { parentPort, workerData } from 'node:worker_threads';
import { type GdalModule, startGdal, stringList } from './gdal-module.ts';
import {
  chunkBytes,
  chunksAhead,
  type GdalReply,
  type GdalRequest,
  type OpenRequest,
  type ThreadData,
  type TranslateRequest,
} from './protocol.ts';

/** The thread in which GDAL runs: one dataset, one request at a time. */
const { program, pending: counter } = workerData as ThreadData;
const pending = new Int32Array(counter);
const port = parentPort!;
let messages: string[] = [];
let gdal: GdalModule | undefined;
let dataset = 0;
let mounted: string[] = [];
let mounts = 0;
const device = '/dev/ufuq';

const log = (line: string) => {
  if (messages.length < 100) messages.push(line);
};
const reply = (message: GdalReply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

port.on('message', (request: GdalRequest) => {
  messages = [];
  handle(request).catch((error: unknown) => {
    reply({ kind: 'failed', reason: error instanceof Error ? error.message : String(error), messages });
  });
});

async function handle(request: GdalRequest): Promise<void> {
  if (!gdal) {
    gdal = await startGdal(program, log);
    createOutput(gdal);
  }
  if (request.kind === 'open') return open(gdal, request);
  if (request.kind === 'translate') return translateToFile(gdal, request);
  if (request.kind === 'close') return close(gdal);
  const args = ['-f', 'GeoJSONSeq', '-a_srs', 'EPSG:4326', '-nlt', 'CONVERT_TO_LINEAR'];
  const exact = [
    '-lco',
    'SIGNIFICANT_FIGURES=17',
    '-lco',
    'COORDINATE_PRECISION=17',
    '-lco',
    'AUTODETECT_JSON_STRINGS=NO',
  ];
  translate(gdal, device, [...args, ...exact, request.layer]);
  flush();
  reply({ kind: 'done', messages });
}

function mount(module: GdalModule, folder: string): string {
  const path = `/mount${++mounts}`;
  module.FS.mkdir(path);
  mounted.push(path);
  module.FS.mount(module.NODEFS ?? module.FS.filesystems.NODEFS, { root: folder }, path);
  return path;
}

function open(module: GdalModule, request: OpenRequest): void {
  for (const [key, value] of Object.entries(request.config)) {
    module.ccall('CPLSetConfigOption', null, ['string', 'string'], [key, value]);
  }
  const folder = mount(module, request.folder);
  const path = request.file === '' ? folder : `${folder}/${request.file}`;
  const vectorReadOnly = 4;
  const types = ['string', 'number', 'number', 'number', 'number'];
  const drivers = stringList(module, [request.driver]);
  const options = stringList(module, request.openOptions);
  dataset = module.ccall('GDALOpenEx', 'number', types, [path, vectorReadOnly, drivers, options, 0]);
  if (dataset === 0) throw new Error(lastError(module) || 'the file could not be opened');
  const info = module.ccall(
    'GDALVectorInfoOptionsNew',
    'number',
    ['number', 'number'],
    [stringList(module, ['-json', '-so', '-noextent', '-nomd']), 0],
  ) as number;
  const text = module.ccall('GDALVectorInfo', 'string', ['number', 'number'], [dataset, info]) as string;
  reply({ kind: 'opened', info: text, messages });
}

function close(module: GdalModule): void {
  if (dataset !== 0) module.ccall('GDALClose', null, ['number'], [dataset]);
  dataset = 0;
  for (const path of mounted) module.FS.unmount(path);
  mounted = [];
  reply({ kind: 'done', messages });
}

function translateToFile(module: GdalModule, request: TranslateRequest): void {
  translate(module, `${mount(module, request.folder)}/${request.file}`, request.args);
  reply({ kind: 'done', messages });
}

function translate(module: GdalModule, target: string, args: readonly string[]): void {
  module.ccall('CPLErrorReset', null, [], []);
  const options = module.ccall(
    'GDALVectorTranslateOptionsNew',
    'number',
    ['number', 'number'],
    [stringList(module, args), 0],
  ) as number;
  if (options === 0) throw new Error(`arguments not understood: ${lastError(module)}`);
  const list = module._malloc(4);
  module.setValue(list, dataset, '*');
  const types = ['string', 'number', 'number', 'number', 'number', 'number'];
  const written = module.ccall('GDALVectorTranslate', 'number', types, [
    target,
    0,
    1,
    list,
    options,
    0,
  ]) as number;
  const reason = lastError(module);
  if (written !== 0) module.ccall('GDALClose', null, ['number'], [written]);
  module.ccall('GDALVectorTranslateOptionsFree', null, ['number'], [options]);
  if (written === 0) throw new Error(reason || 'nothing was written');
}

function lastError(module: GdalModule): string {
  return module.ccall('CPLGetLastErrorMsg', 'string', [], []) as string;
}

let held = Buffer.allocUnsafe(chunkBytes);
let size = 0;

/** A character device whose writes leave the thread in chunks, waiting where the reader is behind. */
function createOutput(module: GdalModule): void {
  const number = module.FS.makedev(64, 0);
  module.FS.registerDevice(number, {
    open(stream: { seekable: boolean }) {
      stream.seekable = true;
    },
    close() {},
    read: () => 0,
    write(_stream: unknown, source: Uint8Array, offset: number, length: number) {
      for (let done = 0; done < length; ) {
        const part = Math.min(length - done, chunkBytes - size);
        held.set(source.subarray(offset + done, offset + done + part), size);
        size += part;
        done += part;
        if (size === chunkBytes) flush();
      }
      return length;
    },
    llseek: (stream: { position: number }, offset: number, whence: number) =>
      whence === 0 ? offset : stream.position + offset,
  });
  module.FS.mkdev(device, number);
}

function flush(): void {
  if (size === 0) return;
  const bytes = new Uint8Array(held.subarray(0, size));
  held = Buffer.allocUnsafe(chunkBytes);
  size = 0;
  Atomics.add(pending, 0, 1);
  reply({ kind: 'chunk', bytes }, [bytes.buffer]);
  for (let count = Atomics.load(pending, 0); count > chunksAhead; count = Atomics.load(pending, 0)) {
    Atomics.wait(pending, 0, count, 1000);
  }
}
