import sql from 'sql-template-tag';
import type { Migration } from '../migration.ts';

/**
 * What commitments said of their evidence in words is called `evidence_text`: `evidence` is the documents of a record, in
 * every register. The log keeps the words under the name that they were written under.
 */
export const evidenceOfCommitments: Migration = {
  number: 7,
  name: 'evidence-of-commitments',
  statements: [
    sql`do $$ begin
      if exists (select from ufuq.register r, jsonb_array_elements(r.definition -> 'fields') f
                 where r.id = 'commitments' and f ->> 'name' = 'evidence' and f ->> 'type' = 'localized') then
        alter table register.commitments rename column evidence to evidence_text;
        update ufuq.register r set definition = r.definition || jsonb_build_object(
          'fields', (select jsonb_agg(case when f ->> 'name' = 'evidence' then f || '{"name": "evidence_text"}' else f end
                     order by n) from jsonb_array_elements(r.definition -> 'fields') with ordinality x (f, n)),
          'rules', (select jsonb_agg(x || jsonb_build_object('holds', replace(x ->> 'holds', 'evidence', 'evidence_text')))
                    from jsonb_array_elements(r.definition -> 'rules') x))
        where r.id = 'commitments';
      end if;
    end $$`,
  ],
};
