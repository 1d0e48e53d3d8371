import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Caller } from '../access/caller.ts';
import { narrow, visibleRegisters } from '../access/narrow.ts';
import { foldedText, matchScore } from '../i18n/fold/match.ts';
import { momentOf } from '../query/position.ts';
import type { Question, RecordView } from '../query/question.ts';
import { selects } from '../query/selection.ts';
import { viewOf } from '../query/sql-reader.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import { readRow, selectColumns } from '../register/row.ts';
import type { Services } from '../services.ts';
import { indexNow, isBehind } from './follow-log.ts';
import { indexMarks } from './index-chunk.ts';
import { type IndexQuery, indexQuery, ofRegister } from './query-text.ts';
import { fieldsMark, searchedFields, textsOf } from './searched-fields.ts';
import { similarWords } from './similar-words.ts';

export interface SearchQuestion extends Pick<Question, 'datetime' | 'asOf' | 'bbox'> {
  readonly text: string;
  readonly caller: Caller;
  /** Records of one register at most. */
  readonly limit: number;
  /** Registers to look in; all that the caller may know of by default. */
  readonly registers?: readonly string[];
}

export interface FoundRecord {
  readonly register: Register;
  readonly record: RecordView;
  /** How well it answers, from 0 to 1. */
  readonly score: number;
}

/** Waiting for the index longer than this serves nobody; what is not there yet is found a moment later. */
const patienceMs = 300;
/** Entries of one register that are ranked at most, and of those looked up as records. */
const mostRanked = 5000;
const mostLookedUp = 200;

/**
 * Records that answer all words of a text, in any script, as they were at the question's times: best first within each
 * register. The caller's view decides which words of which rows count; typing errors are forgiven where nothing answers.
 */
export async function findRecords(
  services: Services,
  question: SearchQuestion,
): Promise<readonly FoundRecord[]> {
  const { database, registry } = services;
  if (await isBehind(database)) await indexNow(database, patienceMs);
  const marks = await indexMarks(database);
  // A register whose fields have just changed secrecy is not searched by what was indexed before.
  const registers = visibleRegisters(registry.all(), question.caller).filter(
    (register) =>
      (question.registers?.includes(register.id) ?? true) &&
      marks.get(registry.numberOf(register.id)) === fieldsMark(register),
  );
  const asked = indexQuery(question.text);
  if (asked === undefined || registers.length === 0) return [];
  const found = await ask(services, question, registers, asked);
  // A sound alone is a guess: what is spelt quite otherwise scores nothing.
  const sure = found.filter(({ score }) => score > 0);
  if (sure.length > 0) return sure;
  const similar = await similarWords(database, asked.words);
  const wider = similar.size > 0 ? indexQuery(question.text, similar) : undefined;
  return wider ? await ask(services, question, registers, wider) : [];
}

async function ask(
  services: Services,
  question: SearchQuestion,
  registers: readonly Register[],
  query: IndexQuery,
): Promise<readonly FoundRecord[]> {
  const answering = await registersAnswering(services, question.caller, query);
  const numbered = registers.filter(({ id }) => answering?.has(services.registry.numberOf(id)) ?? true);
  const found = await Promise.all(numbered.map((register) => findIn(services, question, register, query)));
  return found.flat();
}

/** Numbers of the registers with any answer; undefined where there are too many answers to say. */
async function registersAnswering(
  { database }: Services,
  caller: Caller,
  query: IndexQuery,
): Promise<ReadonlySet<number> | undefined> {
  const rows = await database.query<{ register: number; n: number }>(sql`
    select register, count(*)::int as n from (
      select s.register from ufuq.search_text s where ${answers(caller, query.text)} limit ${mostRanked}) x
    group by register`);
  const total = rows.reduce((sum, { n }) => sum + Number(n), 0);
  return total >= mostRanked ? undefined : new Set(rows.map(({ register }) => Number(register)));
}

function answers(caller: Caller, query: string): Sql {
  const open = sql`s.words @@ ${query}::tsquery`;
  return caller.kind === 'administrator'
    ? sql`(${open} or (s.all_words is not null and s.all_words @@ ${query}::tsquery))`
    : open;
}

async function findIn(
  { database, registry, clock }: Services,
  question: SearchQuestion,
  register: Register,
  query: IndexQuery,
): Promise<readonly FoundRecord[]> {
  const view = narrow(register, question.caller);
  const shape = { fields: view.fields, epsg: register.geometry ? 4326 : null };
  const moment = await momentOf(database, register, question, { now: clock().getTime() });
  const where = selects(register, view, question, moment);
  const text = ofRegister(query, registry.numberOf(register.id));
  const rows = await database.query(sql`
    with matching as materialized (
      select s.entry, s.record, s.words from ufuq.search_text s
      where ${answers(question.caller, text)} limit ${mostRanked}
    ), best as materialized (
      select entry as "_said", record as "_of", ts_rank('{0.02, 0.2, 0.1, 1}', words, ${query.text}::tsquery) as "_rank"
      from matching order by "_rank" desc, entry limit ${mostLookedUp}
    )
    select ${join([selectColumns(shape)])} from best s join ${raw(tableOf(register.id))} t
      on t.${raw(system.record)} = s."_of" and t.${raw(system.entry)} = s."_said"
    where ${where} order by s."_rank" desc, t.${raw(system.born)} limit ${question.limit * 5}`);
  const asked = foldedText(question.text);
  const fields = searchedFields(view.fields, register.titleField);
  return rows
    .map((row) => viewOf(readRow(row, shape)))
    .map((record) => ({ register, record, score: scoreOf(record) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, question.limit);

  function scoreOf({ id, properties }: RecordView): number {
    const titles = textsOf(properties[register.titleField ?? '']);
    const inTitle = Math.max(0, ...[...titles, id].map((title) => matchScore(asked, foldedText(title))));
    if (inTitle > 0) return 0.4 + 0.6 * inTitle;
    const whole = fields.flatMap(({ name }) => textsOf(properties[name])).join(' ');
    return 0.4 * matchScore(asked, foldedText(whole));
  }
}
