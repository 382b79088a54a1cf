/** Where the polyfill is, as a script; the build knows. */
declare module 'virtual:temporal-script' {
  const address: string;
  export default address;
}
