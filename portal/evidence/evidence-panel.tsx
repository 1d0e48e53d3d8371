import { useState } from 'react';
import type { PortalFeature } from '../api/items.ts';
import type { RegisterSchema } from '../api/schema.ts';
import { useSession } from '../session/use-session.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { AttachForm } from './attach-form.tsx';
import { DocumentViewer } from './document-viewer.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import type { EvidenceDocument } from './evidence-document.ts';

interface EvidencePanelProps {
  readonly register: string;
  readonly feature: PortalFeature;
  readonly schema: RegisterSchema;
}

/** The documents that show what a record says: each a card, opened in a viewer; who may write attaches more. */
export function EvidencePanel({ register, feature, schema }: EvidencePanelProps) {
  const { t } = useLanguage();
  const { session } = useSession();
  const [open, setOpen] = useState<EvidenceDocument>();
  if (!schema.fields.some(({ name, ref }) => name === 'evidence' && ref === 'documents')) return null;
  const { evidence } = feature.properties;
  const hashes = Array.isArray(evidence) ? evidence.map(String) : [];
  return (
    <section className="panel evidence" aria-labelledby="record-evidence">
      <h2 id="record-evidence">{t('evidence.title')}</h2>
      {hashes.length === 0 && <p className="help">{t('evidence.none')}</p>}
      {hashes.length > 0 && (
        <ul className="evidence-cards">
          {hashes.map((hash) => (
            <li key={hash}>
              <EvidenceCard hash={hash} open={setOpen} />
            </li>
          ))}
        </ul>
      )}
      {session !== undefined && <AttachForm register={register} record={feature.id} />}
      {open !== undefined && <DocumentViewer document={open} close={() => setOpen(undefined)} />}
    </section>
  );
}
