import { useState } from 'react';
import type { Collection } from '../api/collections.ts';
import type { PortalFeature } from '../api/items.ts';
import { sentencesOf } from '../api/problem.ts';
import { useItems, useQueryables } from '../api/queries.ts';
import type { RegisterSchema } from '../api/schema.ts';
import { CountSentence } from '../completeness/count-sentence.tsx';
import { FilterBuilder } from '../forms/filter-builder.tsx';
import { columnsOf, nextSort } from '../table/columns.ts';
import { Pager } from '../table/pager.tsx';
import { RecordTable } from '../table/record-table.tsx';
import { TimeStrip } from '../times/time-strip.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { RoomLoading } from '../ui/room-loading.tsx';
import { SplitView } from '../ui/split-view.tsx';
import { EmptyRegister } from './empty-register.tsx';
import { recordAddress } from './record-address.ts';
import { RegisterMap } from './register-map.tsx';
import { useRegisterQuestion } from './register-question.ts';
import { RegisterTools } from './register-tools.tsx';
import { useRegisterView } from './register-view.ts';

const pageSize = 50;

interface RegisterRoomProps {
  readonly collection: Collection;
  readonly schema: RegisterSchema;
}

/** Tools, table and map of a register; what the pointer meets in one is marked in the other. */
export function RegisterRoom({ collection, schema }: RegisterRoomProps) {
  const { id } = collection;
  const { t } = useLanguage();
  const state = useRegisterQuestion(id);
  const { question, change } = state;
  const [isFiltering, setFiltering] = useState(question.filter !== undefined);
  const [isTiming, setTiming] = useState(question.datetime !== undefined || question.asOf !== undefined);
  const [hovered, setHovered] = useState<string>();
  const [selected, setSelected] = useState<PortalFeature>();
  const { view, setView } = useRegisterView(schema.hasGeometry);
  const queryables = useQueryables(id, isFiltering);
  const items = useItems(id, { ...question, properties: undefined, limit: pageSize });
  const columns = columnsOf(schema, question.properties);
  const isAsked = Object.keys(question).some((name) => name !== 'properties' && name !== 'sortby');
  const wrong = sentencesOf(items.error, 'filter');
  const addressOf = (record: string) => recordAddress(id, record, question);

  const table =
    items.error !== null && wrong.length === 0 ? (
      <QuestionError level={2} error={items.error} retry={() => void items.refetch()} />
    ) : items.data === undefined ? (
      items.error === null ? (
        <RoomLoading />
      ) : null
    ) : items.data.features.length === 0 ? (
      <EmptyRegister isAsked={isAsked} onClear={() => change(nothingAsked)} />
    ) : (
      <>
        <RecordTable
          caption={t('table.caption', { register: collection.title })}
          columns={columns}
          features={items.data.features}
          sortby={question.sortby}
          isStale={items.isPlaceholderData}
          hasMap={schema.hasGeometry && view !== 'table'}
          hovered={hovered}
          selected={selected?.id}
          addressOf={addressOf}
          onSort={(column) => change({ sortby: nextSort(question.sortby, column) })}
          onHover={setHovered}
          onSelect={setSelected}
        />
        <Pager page={items.data} state={state} />
      </>
    );

  return (
    <>
      <RegisterTools
        collection={collection}
        schema={schema}
        columns={columns}
        state={state}
        isFiltering={isFiltering}
        onFiltering={setFiltering}
        isTiming={isTiming}
        onTiming={setTiming}
        view={view}
        onView={setView}
      />
      {isFiltering && queryables.data !== undefined && (
        <FilterBuilder
          key={question.filter}
          fields={queryables.data}
          filter={question.filter}
          sentences={wrong}
          onApply={(filter) => change({ filter })}
        />
      )}
      {isTiming && (
        <TimeStrip
          register={id}
          datetime={question.datetime}
          asOf={question.asOf}
          onChange={change}
          sentences={[...sentencesOf(items.error, 'datetime'), ...sentencesOf(items.error, 'asOf')]}
        />
      )}
      <CountSentence collection={collection} question={question} />
      <SplitView
        shown={view === 'table' ? 'start' : view === 'map' ? 'end' : 'both'}
        start={<div className="table-panel">{table}</div>}
        end={
          <RegisterMap
            collection={collection}
            schema={schema}
            columns={columns}
            state={state}
            total={items.data?.numberMatched}
            hovered={hovered}
            selected={selected}
            addressOf={addressOf}
            onHover={setHovered}
            onSelect={setSelected}
          />
        }
      />
    </>
  );
}

const nothingAsked = { filter: undefined, datetime: undefined, asOf: undefined, bbox: undefined };
