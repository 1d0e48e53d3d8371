import { questionSearch, type RegisterQuestion } from './register-question.ts';

/** Way to a record that keeps the two times of the list that it was found in. */
export function recordAddress(register: string, record: string, times: RegisterQuestion = {}): string {
  const path = `/collections/${encodeURIComponent(register)}/items/${encodeURIComponent(record)}`;
  return path + questionSearch({ datetime: times.datetime, asOf: times.asOf });
}
