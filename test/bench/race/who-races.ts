import type { Contestant } from './contestant.ts';

export interface Field {
  readonly present: readonly Contestant[];
  /** With their versions, for the table. */
  readonly versions: readonly string[];
  /** Who does not race, each with the reason. */
  readonly absent: readonly string[];
}

/** Who of all takes part: ourselves, and of the others who is asked for and installed. */
export function whoRaces(all: readonly Contestant[], peers: string | undefined): Field {
  const wanted = peers?.toLowerCase().split(',');
  const present: Contestant[] = [];
  const versions: string[] = [];
  const absent: string[] = [];
  for (const contestant of all) {
    const { name } = contestant;
    const isWanted = name === 'ufuq' || !wanted || wanted.includes(name.toLowerCase());
    const version = isWanted ? contestant.version() : undefined;
    if (version === undefined) absent.push(`${name}: ${isWanted ? 'not installed' : 'not asked for'}`);
    else {
      present.push(contestant);
      versions.push(`${name} ${version}`);
    }
  }
  return { present, versions, absent };
}
