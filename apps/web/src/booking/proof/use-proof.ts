import { useState } from 'react';
import type { Challenge } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { createProofMaker, type ProofMaker } from './proof-maker.ts';

export function useProof(): ProofMaker {
  const { client } = useApi();
  return useState(() => createProofMaker(() => client.booking.challenge.query(), solveInWorker))[0];
}

function solveInWorker(riddle: Extract<Challenge, { needed: true }>): Promise<number | null> {
  const worker = new Worker(new URL('./solve-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<number | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<number | null>) => resolve(data);
    worker.onerror = () => reject(new Error('the worker failed'));
    worker.postMessage(riddle);
  }).finally(() => worker.terminate());
}
