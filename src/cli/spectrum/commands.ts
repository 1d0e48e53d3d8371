import type { Command } from 'commander';
import { addSpectrumBorder } from './border.ts';
import { addSpectrumCoverage } from './coverage.ts';
import { addSpectrumPath } from './path.ts';
import { say } from './say.ts';

/** `ufuq spectrum`: the propagation engine at the command line. */
export function addSpectrumCommands(program: Command): void {
  const group = program.command('spectrum').description(say('verb.spectrum'));
  addSpectrumPath(group);
  addSpectrumCoverage(group);
  addSpectrumBorder(group);
}
