/** Pictures made fit to be sent: small enough, upright, and without what a camera writes beside them, such as the place. */

/** Points of the longer side, and bytes up to which a drawing stays a drawing. */
const longest = 2000
const drawing = 1.5 * 1024 * 1024

/** What is no picture is left as it is. Throws what is no picture in spite of its name. */
export async function shrunk(file: File): Promise<File> {
  const ending = /\.(jpe?g|png|webp)$/i.exec(file.name)?.[0].toLowerCase()
  if (!ending) return file
  // Turned as the camera was held.
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')!
  // A photo has no holes to look through.
  if (ending !== '.png') paper(pen)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const name = file.name.slice(0, -ending.length)
  if (ending === '.png') {
    const lossless = await encoded(canvas, 'image/png')
    if (lossless.size <= drawing) return new File([lossless], `${name}.png`, { type: lossless.type })
    pen.globalCompositeOperation = 'destination-over'
    paper(pen)
  }
  const photo = await encoded(canvas, 'image/jpeg')
  return new File([photo], `${name}.jpg`, { type: photo.type })
}

function paper(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height)
}

const encoded = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be encoded'))), type, 0.82)
  })
