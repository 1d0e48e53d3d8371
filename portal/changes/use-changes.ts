import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type ChangesQuestion, fetchEarlier, type PortalChange, readStream } from '../api/changes.ts';
import { useSession } from '../session/use-session.ts';
import { useLanguage } from '../ui/language-context.tsx';

const pageSize = 50;
const longestWaitMs = 15_000;
/** Beyond this the oldest of what came live is left to the pages. */
const mostLive = 2_000;

/** Pages backwards from the head that the room was opened at. */
export function useEarlier(question: ChangesQuestion) {
  const { language } = useLanguage();
  const { session } = useSession();
  return useInfiniteQuery({
    queryKey: ['changes', question, session?.name, language],
    queryFn: ({ pageParam, signal }) => fetchEarlier(question, pageParam, pageSize, { language, signal }),
    initialPageParam: 'latest' as number | 'latest',
    getNextPageParam: (page) => (page.isFirst ? undefined : page.before),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export interface Live {
  /** What came since the room was opened, newest first. */
  readonly changes: readonly PortalChange[];
  readonly state: 'connecting' | 'open' | 'lost';
}

/** Follows the log after a position; when the connection breaks it is made again, and nothing is missed meanwhile. */
export function useLive(question: ChangesQuestion, since: number | undefined): Live {
  const { session } = useSession();
  const [live, setLive] = useState<Live>({ changes: [], state: 'connecting' });
  const key = JSON.stringify([question, session?.token]);
  const asked = useRef(question);
  asked.current = question;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for question and session.
  useEffect(() => {
    if (since === undefined) return;
    const gone = new AbortController();
    setLive({ changes: [], state: 'connecting' });
    void follow(asked.current, since, gone.signal, setLive);
    return () => gone.abort();
  }, [key, since]);
  return live;
}

async function follow(
  question: ChangesQuestion,
  since: number,
  signal: AbortSignal,
  set: (change: (live: Live) => Live) => void,
): Promise<void> {
  let cursor = since;
  let waitMs = 1_000;
  while (!signal.aborted) {
    try {
      await readStream(question, cursor, signal, {
        open: () => {
          waitMs = 1_000;
          set((live) => ({ ...live, state: 'open' }));
        },
        change: (change) =>
          set((live) => ({ ...live, changes: [change, ...live.changes].slice(0, mostLive) })),
        cursor: (at) => {
          cursor = at;
        },
      });
    } catch {
      // Whatever broke it, it is made again from the cursor.
    }
    if (signal.aborted) return;
    set((live) => ({ ...live, state: 'lost' }));
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  }
}
