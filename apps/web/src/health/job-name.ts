import type { StudioWords } from '@atelier/words/studio/en';

/** What a job does, in words; those of a newer server have none here yet. */
export function jobName(job: string, { health: { jobs } }: StudioWords): string {
  return isJob(job, jobs) ? jobs[job] : job;
}

function isJob<Jobs extends object>(job: PropertyKey, jobs: Jobs): job is keyof Jobs {
  return Object.hasOwn(jobs, job);
}
