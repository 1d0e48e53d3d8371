import { useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ChangesQuestion, PortalChange } from '../api/changes.ts';
import { useCollections } from '../api/queries.ts';
import { useSession } from '../session/use-session.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { RoomLoading } from '../ui/room-loading.tsx';
import { useTitle } from '../ui/use-title.ts';
import { ChangeRow } from './change-row.tsx';
import { ChangesFilter } from './changes-filter.tsx';
import { useEarlier, useLive } from './use-changes.ts';

const parts = ['registers', 'bbox', 'types'] as const;

/** What is being changed in all registers, as it happens, and back to the first entry of the log. */
export function ChangesPage() {
  const { t } = useLanguage();
  const { session } = useSession();
  const [question, choose] = useQuestion();
  const { data: collections } = useCollections();
  const earlier = useEarlier(question);
  const pages = earlier.data?.pages;
  const known = pages?.flatMap(({ changes }) => changes) ?? [];
  const since = pages?.[0]?.latest;
  const live = useLive(question, since);
  const [pausedAt, setPausedAt] = useState<number>();
  useTitle(t('changes.title'));
  // A question of its own begins where it stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what it hangs on.
  useEffect(() => setPausedAt(undefined), [JSON.stringify(question)]);

  const shown = pausedAt === undefined ? live.changes : live.changes.slice(live.changes.length - pausedAt);
  const held = live.changes.length - shown.length;
  const titles = new Map((collections ?? []).map(({ id, title }) => [id, title]));
  const list = [...shown, ...known];
  return (
    <div className="changes">
      <header className="changes-heading">
        <div>
          <h1>{t('changes.title')}</h1>
          <p className="lead">{t('changes.lead')}</p>
        </div>
        {session !== undefined && (
          <Link className="tool" to="/webhooks">
            {t('webhooks.title')}
          </Link>
        )}
      </header>
      <ChangesFilter question={question} collections={collections} choose={choose} />
      <div className="changes-live">
        <p className="live-state" data-state={pausedAt === undefined ? live.state : 'paused'} role="status">
          {pausedAt === undefined
            ? t(`changes.live.${live.state}`)
            : t('changes.live.paused', { count: held })}
        </p>
        <button
          type="button"
          className="tool"
          aria-pressed={pausedAt !== undefined}
          onClick={() => setPausedAt(pausedAt === undefined ? live.changes.length : undefined)}
        >
          {t(pausedAt === undefined ? 'changes.pause' : 'changes.resume')}
        </button>
      </div>
      {earlier.error !== null ? (
        <QuestionError level={2} error={earlier.error} retry={() => void earlier.refetch()} />
      ) : earlier.isPending ? (
        <RoomLoading />
      ) : (
        <>
          {list.length === 0 && <p className="changes-none">{t('changes.none')}</p>}
          <Days changes={list} titles={titles} />
          {earlier.hasNextPage ? (
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              disabled={earlier.isFetchingNextPage}
              onClick={() => void earlier.fetchNextPage()}
            >
              {t(earlier.isFetchingNextPage ? 'state.loading' : 'changes.earlier')}
            </button>
          ) : (
            list.length > 0 && <p className="help">{t('changes.first')}</p>
          )}
        </>
      )}
    </div>
  );
}

/** The question is the address; the room of one register is that of all, narrowed to it. */
function useQuestion(): [ChangesQuestion, (part: ChangesQuestion) => void] {
  const [search, setSearch] = useSearchParams();
  const { register } = useParams();
  const given = Object.fromEntries(
    parts.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const question: ChangesQuestion = register === undefined ? given : { registers: register, ...given };
  const choose = (part: ChangesQuestion) =>
    setSearch((former) => {
      const next = new URLSearchParams(former);
      for (const [name, value] of Object.entries(part)) {
        if (value === undefined) next.delete(name);
        else next.set(name, value);
      }
      return next;
    });
  return [question, choose];
}

interface DaysProps {
  readonly changes: readonly PortalChange[];
  readonly titles: ReadonlyMap<string, string>;
}

/** Changes under the days on which they were recorded. */
function Days({ changes, titles }: DaysProps) {
  const { formats } = useLanguage();
  const days = grouped(changes);
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="changes-day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>{formats.date(day)}</h2>
      <ol reversed>
        {ofDay.map((change) => (
          <ChangeRow key={change.position} change={change} titles={titles} />
        ))}
      </ol>
    </section>
  ));
}

const dayOf = ({ recordedAt }: PortalChange) => recordedAt.slice(0, 10);

function grouped(changes: readonly PortalChange[]): Map<string, PortalChange[]> {
  const days = new Map<string, PortalChange[]>();
  for (const change of changes) days.set(dayOf(change), [...(days.get(dayOf(change)) ?? []), change]);
  return days;
}
