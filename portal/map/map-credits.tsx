import { useLanding } from '../api/queries.ts';

/** Whom the data on the map are owed to, on the map itself. */
export function MapCredits() {
  const { data } = useLanding();
  const credits = data?.attribution ?? [];
  if (credits.length === 0) return null;
  return (
    <p className="map-credits">
      <bdi>{credits.map(({ text }) => text).join(' · ')}</bdi>
    </p>
  );
}
