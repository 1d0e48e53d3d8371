import type { Link } from '../api/links.ts';
import { useLanguage } from '../ui/language-context.tsx';

const navigation = new Set(['self', 'collection', 'license', 'author']);
const ogc = 'http://www.opengis.net/def/rel/ogc/1.0/';

/** Every way to a resource: services, files, descriptions. */
export function Doors({ links }: { readonly links: readonly Link[] }) {
  const { t } = useLanguage();
  const outward = links.filter(
    ({ rel, hreflang, type }) => !navigation.has(rel) && hreflang === undefined && type !== undefined,
  );
  const files = outward.filter(({ rel }) => rel === 'enclosure');
  const descriptions = outward.filter(
    ({ rel }) =>
      rel === 'alternate' || rel === 'describedby' || rel === `${ogc}schema` || rel === `${ogc}queryables`,
  );
  const services = outward.filter((link) => !files.includes(link) && !descriptions.includes(link));
  const groups = [
    ['catalogue.doorService', services],
    ['catalogue.doorFiles', files],
    ['catalogue.doorDescription', descriptions],
  ] as const;
  return (
    <section className="panel doors" aria-labelledby="doors-title">
      <h2 id="doors-title">{t('catalogue.doors')}</h2>
      {groups.map(
        ([key, members]) =>
          members.length > 0 && (
            <div key={key}>
              <h3>{t(key)}</h3>
              <ul className="door-list">
                {members.map(({ href, title, type }) => (
                  <li key={href}>
                    <a href={href}>{title ?? type}</a>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </section>
  );
}
