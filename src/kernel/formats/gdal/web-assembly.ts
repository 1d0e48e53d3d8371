/** A compiled program; threads share it. */
export type WasmProgram = object;

/** The part of WebAssembly that is used: Node has it, but its types come only with those of a browser. */
export const wasm = (
  globalThis as unknown as {
    WebAssembly: {
      compile(bytes: Uint8Array): Promise<WasmProgram>;
      instantiate(program: WasmProgram, imports: object): Promise<object>;
    };
  }
).WebAssembly;
