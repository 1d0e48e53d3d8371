import { Link } from 'react-router';
import type { PortalFeature } from '../api/items.ts';
import { useItems } from '../api/queries.ts';
import type { MessageKey } from '../strings/en.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { localizedText } from '../ui/value-text.ts';

/** A register whose records name the one that is looked at, the field that does, and the field of their day. */
interface Hanging {
  readonly register: string;
  readonly by: string;
  readonly day?: string;
  readonly title: MessageKey;
}

const promises: Hanging = { register: 'commitments', by: 'agreement', day: 'due', title: 'promises.title' };
const events = (by: string): Hanging => ({
  register: 'promise-events',
  by,
  day: 'happened',
  title: 'promises.hanging.events',
});

const hanging: Readonly<Record<string, readonly Hanging[]>> = {
  agreements: [
    promises,
    { register: 'agreement-texts', by: 'agreement', day: 'dated', title: 'promises.hanging.texts' },
    { register: 'committees', by: 'agreement', day: 'founded', title: 'promises.hanging.committees' },
    events('agreement'),
  ],
  committees: [events('committee')],
  commitments: [events('commitment')],
  'promise-events': [{ ...events('follows'), title: 'promises.hanging.decisions' }],
};

interface HangingRecordsProps {
  readonly register: string;
  readonly record: string;
}

/** What hangs on an agreement, a committee, a promise or a meeting: texts, committees, meetings, decisions. */
export function HangingRecords({ register, record }: HangingRecordsProps) {
  return (hanging[register] ?? []).map((each) => (
    <HangingList key={each.register} hanging={each} record={record} />
  ));
}

const mostShown = 50;

function HangingList({
  hanging: { register, by, day, title },
  record,
}: {
  readonly hanging: Hanging;
  readonly record: string;
}) {
  const { t, language, formats } = useLanguage();
  const quoted = record.replaceAll("'", "''");
  const items = useItems(register, {
    filter: `${by} = '${quoted}'`,
    datetime: '../..',
    limit: mostShown,
    skipGeometry: true,
  });
  const features = inOrder(items.data?.features ?? [], day);
  if (features.length === 0) return null;
  const id = `hanging-${register}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      <ul className="hanging">
        {features.map(({ id: each, properties }) => {
          const on = day === undefined ? undefined : properties[day];
          const documents = Array.isArray(properties.evidence) ? properties.evidence.length : 0;
          return (
            <li key={each}>
              <Link to={`/collections/${register}/items/${encodeURIComponent(each)}`}>
                <bdi>{localizedText(properties.name, language) ?? each}</bdi>
              </Link>
              <span className="help">
                {typeof on === 'string' && `${formats.date(on)} · `}
                {t('promises.documents', { count: documents })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** By day, those without one last; each once, however many versions there are. */
function inOrder(features: readonly PortalFeature[], day: string | undefined): readonly PortalFeature[] {
  const once = [...new Map(features.map((feature) => [feature.id, feature])).values()];
  const dayOf = ({ properties }: PortalFeature) => String((day && properties[day]) ?? '9999');
  return once.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}
