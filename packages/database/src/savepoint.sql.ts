import { statement } from './statement.ts';

/** Within another one of the same name, it is the inner one that is meant. */
export const setSavepoint = statement({ text: 'SAVEPOINT tentative', params: {}, row: {} });
export const backToSavepoint = statement({ text: 'ROLLBACK TO SAVEPOINT tentative', params: {}, row: {} });
export const releaseSavepoint = statement({ text: 'RELEASE SAVEPOINT tentative', params: {}, row: {} });
