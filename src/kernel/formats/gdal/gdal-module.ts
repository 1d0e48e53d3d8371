import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type WasmProgram, wasm } from './web-assembly.ts';

/** The file system inside the WebAssembly module, as far as it is used here. */
export interface WasmFileSystem {
  mkdir(path: string): void;
  mount(type: unknown, options: { root: string }, path: string): void;
  unmount(path: string): void;
  makedev(major: number, minor: number): number;
  mkdev(path: string, device: number): void;
  registerDevice(device: number, operations: Record<string, unknown>): void;
  readonly filesystems: { readonly NODEFS: unknown };
}

/** GDAL compiled to WebAssembly: C functions by name, and its file system. */
export interface GdalModule {
  ccall(name: string, returns: 'number' | 'string' | null, types: string[], values: unknown[]): never;
  readonly FS: WasmFileSystem;
  readonly NODEFS?: unknown;
  _malloc(size: number): number;
  _free(pointer: number): void;
  setValue(pointer: number, value: number, type: string): void;
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, pointer: number, size: number): void;
}

const require = createRequire(import.meta.url);

function packageRoot(): string {
  return dirname(require.resolve('gdal3.js/package.json'));
}

/** GDAL's program, compiled: costly, and therefore done once for all threads. */
export async function compileGdal(): Promise<WasmProgram> {
  return wasm.compile(await readFile(join(packageRoot(), 'dist/package/gdal3WebAssembly.wasm')));
}

/** Starts GDAL from its compiled program; what it prints goes to `log`, never to the console. */
export async function startGdal(program: WasmProgram, log: (line: string) => void): Promise<GdalModule> {
  const root = packageRoot();
  const factory = require(join(root, 'build/package/gdal3WebAssembly.js')) as (
    module: object,
  ) => Promise<unknown>;
  const files = join(root, 'dist/package');
  const module: Record<string, unknown> = {
    print: log,
    printErr: log,
    instantiateWasm(imports: object, done: (instance: object) => void) {
      wasm.instantiate(program, imports).then(done);
      return {};
    },
    locateFile: (name: string) => join(files, name),
    getPreloadedPackage: (name: string) => {
      const bytes = readFileSync(name);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    },
    preRun: [
      ({ ENV }: { ENV: Record<string, string> }) => {
        Object.assign(ENV, {
          PROJ_LIB: '/usr/share/proj',
          GDAL_DATA: '/usr/share/gdal',
          CPL_LOG_ERRORS: 'ON',
        });
      },
    ],
  };
  await factory(module);
  const gdal = module as unknown as GdalModule;
  gdal.ccall('GDALAllRegister', null, [], []);
  return gdal;
}

/** A NULL-terminated array of C strings; small, and freed with the worker. */
export function stringList(gdal: GdalModule, texts: readonly string[]): number {
  const pointers = texts.map((text) => {
    const size = gdal.lengthBytesUTF8(text) + 1;
    const pointer = gdal._malloc(size);
    gdal.stringToUTF8(text, pointer, size);
    return pointer;
  });
  const list = gdal._malloc(4 * (pointers.length + 1));
  for (const [i, pointer] of [...pointers, 0].entries()) gdal.setValue(list + 4 * i, pointer, '*');
  return list;
}
