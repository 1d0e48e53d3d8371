import { useCollections } from '../api/queries.ts';

/** Titles of registers by id; a register that stands no more keeps its id. */
export function useRegisterNames(): (id: string) => string {
  const { data } = useCollections();
  const titles = new Map(data?.map(({ id, title }) => [id, title]));
  return (id) => titles.get(id) ?? id;
}
