import { useEffect, useState } from 'react';

/**
 * Takes the place of `react-style-singleton`, by which open dialogs and menus keep the page behind them from scrolling:
 * that one writes a style element, which the Content-Security-Policy refuses. A sheet that a script has built is allowed.
 * As there, what the first to come says is in force until the last has gone.
 */
export function styleSingleton() {
  let users = 0;
  let sheet: CSSStyleSheet | null = null;

  function add(styles: string): void {
    users += 1;
    if (sheet) return;
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
  }

  function remove(): void {
    users -= 1;
    if (users > 0) return;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    sheet = null;
  }

  return function Sheet({ styles, dynamic }: { readonly styles: string; readonly dynamic?: boolean }) {
    // Changed styles count only where the user says that they change.
    const [first] = useState(styles);
    const said = dynamic ? styles : first;
    useEffect(() => {
      add(said);
      return remove;
    }, [said]);
    return null;
  };
}
