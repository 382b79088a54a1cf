export interface StudioOptions {
  readonly demo: boolean;
  readonly dev: boolean;
}
