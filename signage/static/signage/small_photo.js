/* A phone's photo has ten times the pixels that anybody needs, and the hall's wireless is shared. */

const SIDE = 1600;
const QUALITY = 0.85;

/** Replace the file of an input by a smaller JPEG of it. What cannot be read here goes as it is: the hub looks at it. */
export async function smaller(input) {
  const [photo] = input.files;
  try {
    const picture = await createImageBitmap(photo, { imageOrientation: "from-image" });
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const sheet = Object.assign(document.createElement("canvas"), {
      width: Math.round(picture.width * scale),
      height: Math.round(picture.height * scale),
    });
    sheet.getContext("2d").drawImage(picture, 0, 0, sheet.width, sheet.height);
    const blob = await new Promise((done) => sheet.toBlob(done, "image/jpeg", QUALITY));
    if (!blob || blob.size >= photo.size) return;
    const carrier = new DataTransfer();
    carrier.items.add(new File([blob], "photo.jpg", { type: "image/jpeg" }));
    if (input.files[0] === photo) input.files = carrier.files;
  } catch (error) {
    console.info(error);
  }
}
