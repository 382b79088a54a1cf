import { useState } from 'react';
import { sharedAnswer } from '../api/shared-answer.ts';

/** The value of before as long as it says the same, and of a new one the parts that do. @param value plain data */
export function useShared<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  const shared = sharedAnswer(kept, value) as Value;
  if (shared !== kept) setKept(shared);
  return shared;
}
