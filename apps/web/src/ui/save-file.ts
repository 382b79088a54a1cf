/** Has the browser keep a file under that name: a calendar, unless it is said to be something else. */
export function saveFile(name: string, text: string, type = 'text/calendar'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
