import type { Command } from 'commander';
import { addExport } from './export-verb.ts';
import { addImport } from './import-verb.ts';

/** The verbs that bring files in and out. */
export function addTransferCommands(program: Command): void {
  addImport(program);
  addExport(program);
}
