/** How long a request waits for an answer before its time is free again. */
const ANSWER_DAYS = 7;
/** An answer that comes when the appointment begins is of no use: nobody gets up and goes within less. */
const LEAST_LEAD_MS = 60 * 60_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Until when an answer is worth something: a week at most, and as long before the appointment as it may be booked ahead,
 * an hour at least (B13). Who asks at the last moment gets half of the time that is left.
 */
export function answerDue(asked: Date, start: Date, noticeMinutes: number): Date {
  const left = start.getTime() - asked.getTime();
  const lead = Math.min(Math.max(noticeMinutes * MINUTE_MS, LEAST_LEAD_MS), left / 2);
  const due = Math.min(asked.getTime() + ANSWER_DAYS * DAY_MS, start.getTime() - Math.max(lead, 0));
  return new Date(Math.floor(due / MINUTE_MS) * MINUTE_MS);
}
