package org.mikromerit.portal.verify;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture that somebody sends, with a QR code in it. */
final class QrPicture {
  /** A photograph of a telephone; more is not looked at. */
  private static final long MOST_PIXELS = 16_000_000;

  /** Of a larger one every second or third pixel is enough. */
  private static final double ENOUGH_PIXELS = 2_000_000;

  /** A small file can be a large picture: one at a time has room. */
  private static final Semaphore TURN = new Semaphore(1);

  private QrPicture() {}

  /** Whether these bytes begin as a PNG or JPEG does. */
  static boolean is(byte[] file) {
    return begins(file, 0x89, 'P', 'N', 'G') || begins(file, 0xff, 0xd8, 0xff);
  }

  private static boolean begins(byte[] file, int... bytes) {
    if (file.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((file[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * What its code says; empty where there is none that can be read, or the picture is too large.
   */
  static Optional<String> read(byte[] file) {
    TURN.acquireUninterruptibly();
    try {
      return picture(file).flatMap(QrPicture::decoded);
    } finally {
      TURN.release();
    }
  }

  /** Its size is looked at before anything is unpacked. */
  private static Optional<BufferedImage> picture(byte[] file) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
          return Optional.empty();
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / ENOUGH_PIXELS)));
        param.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(reader.read(0, param));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // A picture that is none: ImageIO throws what it likes.
      return Optional.empty();
    }
  }

  private static Optional<String> decoded(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    var bits =
        new BinaryBitmap(
            new HybridBinarizer(new RGBLuminanceSource(width, height, onWhite(pixels))));
    try {
      return Optional.of(
          new QRCodeReader().decode(bits, Map.of(DecodeHintType.TRY_HARDER, true)).getText());
    } catch (NotFoundException e) {
      return Optional.empty();
    } catch (ReaderException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What is transparent is paper. */
  private static int[] onWhite(int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] >>> 24 == 0) {
        pixels[i] = 0xffffffff;
      }
    }
    return pixels;
  }
}
