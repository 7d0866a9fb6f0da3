/** No page shows a picture larger than this. */
const SIDE_PX_MAX = 1600;
const QUALITY = 0.85;

/** A photo as a page needs it: upright, no larger than it is shown. What this browser cannot read is sent as it is. */
export async function smallerPicture(file: File): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  );
  if (picture === null) return file;
  const scale = Math.min(1, SIDE_PX_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY),
  );
  return blob === null ? file : new File([blob], file.name, { type: blob.type });
}
