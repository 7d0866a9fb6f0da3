/** Sharp enough for small print, small enough for a phone's uplink. */
const SIDE_MAX = 1600;
const JPEG_QUALITY = 0.86;

/** The picture that a video shows right now, as a file. @throws Error while nothing is shown yet */
export async function framePicture(
  video: HTMLVideoElement,
): Promise<{ file: File; width: number; height: number }> {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) throw new Error('no picture yet');
  const scale = Math.min(1, SIDE_MAX / Math.max(videoWidth, videoHeight));
  const width = Math.round(videoWidth * scale);
  const height = Math.round(videoHeight * scale);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY);
  });
  if (blob === null) throw new Error('no picture');
  return { file: new File([blob], 'still.jpg', { type: 'image/jpeg' }), width, height };
}
