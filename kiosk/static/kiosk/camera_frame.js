// Takes the pixels of one moment out of a video.

const LONG_SIDE = 640; // enough for a code of 60 px, and quick on a phone
const CLOSER_EVERY = 3; // each third frame is the middle of the picture in its own size, for small codes far away

const canvas = document.createElement("canvas");
const context = canvas.getContext("2d", { willReadFrequently: true });

/** The frame `number` of `video` as ImageData with a long side of 640 at most; null before the video has begun. */
export function frameOf(video, number) {
  const { videoWidth: width, videoHeight: height } = video;
  if (!width || !height || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
  const scale = Math.min(1, LONG_SIDE / Math.max(width, height));
  const closer = scale < 1 && number % CLOSER_EVERY === CLOSER_EVERY - 1;
  const part = closer ? [Math.min(width, LONG_SIDE), Math.min(height, LONG_SIDE)] : [width, height];
  const size = closer ? part : [Math.round(width * scale), Math.round(height * scale)];
  const corner = [(width - part[0]) / 2, (height - part[1]) / 2];
  [canvas.width, canvas.height] = size;
  context.drawImage(video, ...corner, ...part, 0, 0, ...size);
  return context.getImageData(0, 0, ...size);
}
