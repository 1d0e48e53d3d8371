import type { ReactNode } from 'react';

interface NoticeProps {
  readonly title: string;
  readonly text?: string;
  /** What the server said, word for word. */
  readonly sentences?: readonly string[];
  readonly children?: ReactNode;
  readonly level?: 1 | 2;
}

/** A calm page or panel that says what is the matter and what one can do. */
export function Notice({ title, text, sentences = [], children, level = 1 }: NoticeProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="notice" role="status">
      <span className="notice-line" aria-hidden="true" />
      <Heading>{title}</Heading>
      {text !== undefined && <p>{text}</p>}
      {sentences.map((sentence) => (
        <p key={sentence} className="notice-sentence" dir="auto">
          {sentence}
        </p>
      ))}
      {children !== undefined && <div className="notice-actions">{children}</div>}
    </div>
  );
}
