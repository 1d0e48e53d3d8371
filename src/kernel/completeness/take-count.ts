import { narrow, type View } from '../access/narrow.ts';
import type { Position } from '../log/entry.ts';
import type { GroupKey } from '../query/group-key.ts';
import type { Moment } from '../query/moment.ts';
import { momentOf } from '../query/position.ts';
import { preparePredicates } from '../query/predicate/geos.ts';
import type { Question } from '../query/question.ts';
import { type Counted, type Group, type Tally, tally, tallyGroups, tallyUnplaced } from '../query/tally.ts';
import type { Register } from '../register/register.ts';
import type { Services } from '../services.ts';
import { coverage, type Gap } from './coverage.ts';
import { readGroupToken, writeGroupToken } from './group-token.ts';
import { type RecordTitles, recordTitles } from './record-titles.ts';
import { type Statement, statementsRegister } from './statement.ts';
import { statementsAbout } from './stored-statements.ts';

export interface CountQuestion extends Question {
  readonly groupBy?: readonly GroupKey[];
  /** Groups of a page. */
  readonly limit?: number;
  /** Token of the page of groups, from `next` of the one before. */
  readonly token?: string;
  /** Records above this are not counted further; 2,000,000 by default. */
  readonly countLimit?: number;
}

/** How many there were, whether somebody answers for it that these are all, and who. */
export interface CountAnswer extends Tally {
  readonly register: Register;
  readonly moment: Moment;
  /** Nobody named a time. */
  readonly isAboutNow: boolean;
  /** Records without a place, where a place was asked about: they may lie there. */
  readonly unplaced: number;
  readonly isExact: boolean;
  readonly isComplete: boolean;
  /** Why the number of all is not known; `withheld` where the caller sees a part of the records only. */
  readonly gap?: Gap | 'withheld';
  readonly statements: readonly Statement[];
  readonly custodians: RecordTitles;
  /** Titles of the documents that are evidence, as far as the caller may see them. */
  readonly documents: RecordTitles;
  readonly groups?: CountGroups;
}

export interface CountGroups {
  readonly keys: readonly GroupKey[];
  readonly groups: readonly Group[];
  readonly numberOfGroups: number;
  /** Titles of referenced records by key name. */
  readonly titles: ReadonlyMap<string, RecordTitles>;
  readonly next?: string;
}

const defaultCountLimit = 2_000_000;
const defaultGroups = 100;

/**
 * Counts the records that a question finds and says whether that is all there were. Register, fields and rows are those
 * that the caller may see. @throws {Problem} `register-not-found`, `invalid-parameter` for a token that is none
 */
export async function takeCount(services: Services, question: CountQuestion): Promise<CountAnswer> {
  const { database, registry, clock } = services;
  const register = registry.require(question.register);
  const view = narrow(register, question.caller);
  const page = question.token === undefined ? undefined : readGroupToken(question.token);
  const now = page?.now ?? clock().getTime();
  const fixed = { now, ...(page ? { position: page.position } : {}) };
  const moment = await momentOf(database, register, question, fixed);
  const counted: Counted = {
    register,
    view,
    question,
    moment,
    limit: question.countLimit ?? defaultCountLimit,
  };
  const found = await tally(database, counted);
  const unplaced = await tallyUnplaced(database, counted);
  const covered = await coverageFor(services, question, view, moment);
  const isComplete = covered.gap === undefined && found.isExact;
  const at = { offset: page?.offset ?? 0, now, limit: question.limit ?? defaultGroups };
  return {
    ...found,
    unplaced,
    register,
    moment,
    isAboutNow: question.datetime === undefined && register.validTime.kind !== 'event',
    isComplete,
    ...(covered.gap ? { gap: covered.gap } : {}),
    statements: covered.statements,
    custodians: await titlesOf(services, 'custodian', covered.statements, question.caller, moment.position),
    documents: await titlesOf(services, 'evidence', covered.statements, question.caller, moment.position),
    ...(question.groupBy ? { groups: await groupsOf(services, counted, question, at) } : {}),
  };
}

/** Whether a register's records are all there were in an extent, as is known at the moment's position. */
export async function coverageFor(
  services: Pick<Services, 'database' | 'registry'>,
  question: Pick<Question, 'register' | 'caller' | 'bbox'>,
  view: View,
  moment: Moment,
): Promise<{ readonly gap?: Gap | 'withheld'; readonly statements: readonly Statement[] }> {
  if (view.rows !== undefined) return { gap: 'withheld', statements: [] };
  const { register, caller, bbox: box } = question;
  const statements = await statementsAbout(services, register, caller, moment.position);
  if (box && statements.length > 0) await preparePredicates();
  const { gap, statements: used } = coverage(statements, { from: moment.from, to: moment.to, box });
  return { ...(gap ? { gap } : {}), statements: used };
}

function titlesOf(
  services: Services,
  name: 'custodian' | 'evidence',
  statements: readonly Statement[],
  caller: Question['caller'],
  position: Position,
): Promise<RecordTitles> {
  const field = services.registry.get(statementsRegister)?.fields.find((each) => each.name === name);
  const ids = statements.flatMap((statement) => [statement[name]].flat());
  return recordTitles(services, field?.ref ?? '', ids, caller, position);
}

async function groupsOf(
  services: Services,
  counted: Counted,
  { groupBy: keys = [], caller }: CountQuestion,
  { offset, limit, now }: { offset: number; limit: number; now: number },
): Promise<CountGroups> {
  const { position } = counted.moment;
  const found = await tallyGroups(services.database, counted, keys, { limit, offset });
  const titles = new Map<string, RecordTitles>();
  for (const [index, { name, field }] of keys.entries()) {
    if (!field.ref) continue;
    const ids = found.groups.flatMap(({ values }) => (values[index] === null ? [] : [String(values[index])]));
    titles.set(name, await recordTitles(services, field.ref, ids, caller, position));
  }
  const end = offset + found.groups.length;
  const hasMore = found.groups.length > 0 && end < found.numberOfGroups;
  return {
    keys,
    ...found,
    titles,
    ...(hasMore ? { next: writeGroupToken({ position, now, offset: end }) } : {}),
  };
}
