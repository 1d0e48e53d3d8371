import { useParams } from 'react-router';
import { useCollection, useSchema } from '../api/queries.ts';
import { QuestionError } from '../ui/question-error.tsx';
import { RoomLoading } from '../ui/room-loading.tsx';
import { useTitle } from '../ui/use-title.ts';
import { RegisterHeading } from './register-heading.tsx';
import { RegisterRoom } from './register-room.tsx';

/** A register: what it is, and its records as table and map. */
export function RegisterPage() {
  const { register = '' } = useParams();
  const collection = useCollection(register);
  const schema = useSchema(register);
  useTitle(collection.data?.title);
  const error = collection.error ?? schema.error;
  if (error !== null) {
    const retry = () => void Promise.all([collection.refetch(), schema.refetch()]);
    return <QuestionError error={error} retry={retry} />;
  }
  if (collection.data === undefined || schema.data === undefined) return <RoomLoading />;
  return (
    <div className="register">
      <RegisterHeading collection={collection.data} rules={schema.data.rules} />
      <RegisterRoom key={register} collection={collection.data} schema={schema.data} />
    </div>
  );
}
