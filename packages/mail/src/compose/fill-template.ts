/** What stands in the fields of a template; the empty text where it is not known. */
export interface TemplateValues {
  readonly client: string;
  readonly firstname: string;
  readonly studio: string;
  readonly me: string;
}

const FIELD = /\{(client|firstname|studio|me)\}/gi;

/** A template with its fields filled in. What is not known stays as it is, so that whoever writes sees the gap. */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text.replaceAll(FIELD, (field, name: string) => {
    const value = values[name.toLowerCase() as keyof TemplateValues];
    return value === '' ? field : value;
  });
}
