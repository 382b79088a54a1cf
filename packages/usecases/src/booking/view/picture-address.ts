/** Where an artist's picture is had; changes with the picture, so that it may be kept for long. */
export function pictureAddress(slug: string, imageId: string | undefined): string | null {
  return imageId === undefined ? null : `/api/v1/artists/${slug}/picture?v=${imageId}`;
}
