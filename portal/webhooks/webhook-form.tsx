import { type FormEvent, useState } from 'react';
import { useCollections } from '../api/queries.ts';
import type { WebhookWish } from '../api/webhooks.ts';
import { useLanguage } from '../ui/language-context.tsx';

interface WebhookFormProps {
  readonly make: (wish: WebhookWish) => Promise<void>;
  readonly isBusy: boolean;
  /** What the server said was wrong. */
  readonly faults: readonly string[];
}

/** Asks for what a webhook needs: where to, of which registers, and what to do with what cannot be delivered. */
export function WebhookForm({ make, isBusy, faults }: WebhookFormProps) {
  const { t, formats } = useLanguage();
  const { data: collections = [] } = useCollections();
  const [register, setRegister] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const wish: WebhookWish = {
      title: text('title') || text('target'),
      target: text('target'),
      registers: register === '' ? null : [register],
      filter: register === '' || text('filter') === '' ? null : text('filter'),
      audience: text('audience') as WebhookWish['audience'],
      onDeadLetter: text('onDeadLetter') as WebhookWish['onDeadLetter'],
    };
    make(wish).then(
      () => form.reset(),
      () => undefined,
    );
  };
  const sorted = [...collections].sort((a, b) => formats.compare(a.title, b.title));
  return (
    <form className="panel webhook-form" onSubmit={submit}>
      <h2>{t('webhooks.add')}</h2>
      {faults.length > 0 && (
        <div role="alert">
          {faults.map((fault) => (
            <p key={fault} className="ds-validation-message" dir="auto">
              {fault}
            </p>
          ))}
        </div>
      )}
      <div className="field">
        <label htmlFor="webhook-target">{t('webhooks.target')}</label>
        <input
          id="webhook-target"
          name="target"
          className="ds-input"
          type="url"
          dir="ltr"
          required
          placeholder="https://example.org/hooks/ufuq"
        />
      </div>
      <div className="field">
        <label htmlFor="webhook-title">{t('webhooks.name')}</label>
        <input id="webhook-title" name="title" className="ds-input" maxLength={200} />
      </div>
      <div className="field">
        <label htmlFor="webhook-register">{t('changes.register')}</label>
        <select
          id="webhook-register"
          className="ds-input"
          value={register}
          onChange={({ target }) => setRegister(target.value)}
        >
          <option value="">{t('changes.allRegisters')}</option>
          {sorted.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {register !== '' && (
        <div className="field">
          <label htmlFor="webhook-filter">{t('webhooks.filter')}</label>
          <input id="webhook-filter" name="filter" className="ds-input" dir="ltr" />
        </div>
      )}
      <div className="field">
        <label htmlFor="webhook-audience">{t('webhooks.audience')}</label>
        <select id="webhook-audience" name="audience" className="ds-input" defaultValue="public">
          <option value="public">{t('webhooks.audience.public')}</option>
          <option value="administrator">{t('webhooks.audience.administrator')}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="webhook-dead">{t('webhooks.onDeadLetter')}</label>
        <select id="webhook-dead" name="onDeadLetter" className="ds-input" defaultValue="skip">
          <option value="skip">{t('webhooks.onDeadLetter.skip')}</option>
          <option value="pause">{t('webhooks.onDeadLetter.pause')}</option>
        </select>
      </div>
      <button type="submit" className="ds-button" disabled={isBusy}>
        {t('webhooks.add')}
      </button>
    </form>
  );
}
