/** Whether the stored occurrences of a calendar are all that there is between `$from` and `$to`: SQL on `calendar`. */
export const COVERS = 'coalesce(calendar.horizon_from <= $from AND calendar.horizon_to >= $to, false)';
