/** Who wrote a text (RFC 5545, 3.7.3). */
export const PRODUCT = 'PRODID:-//Atelier//Calendar//EN';
