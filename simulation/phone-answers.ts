/** As the artist's own app writes it: the times in UTC, everything else as it was. */
export function moveOnPhone(body: string, minutes: number): string {
  return withTime(withTime(body, 'DTSTART', minutes), 'DTEND', minutes);
}

/** The answer yes: the mark before the title taken away. */
export function withoutMark(body: string): string {
  return body.replace(/^SUMMARY(;[^:\r\n]*)?:REQUEST: /m, 'SUMMARY$1:');
}

function withTime(body: string, property: 'DTSTART' | 'DTEND', minutes: number): string {
  const pattern = new RegExp(`^${property}((?:;[^:\\r\\n]*)?):(\\d{8}T\\d{6})(Z?)`, 'm');
  return body.replace(pattern, (_all, parameters: string, local: string, utc: string) => {
    const zone = utc === 'Z' ? 'UTC' : (/TZID=([^;:]+)/.exec(parameters)?.[1] ?? 'UTC');
    const moved = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).add({ minutes }).toInstant();
    return `${property}:${moved.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`;
  });
}
