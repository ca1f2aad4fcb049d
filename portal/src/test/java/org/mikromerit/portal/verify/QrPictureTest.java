package org.mikromerit.portal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("VER-1")
class QrPictureTest {
  private static final String LINK =
      "https://mikromerit.example/s/Zt0m8Qy5oVJcX2h1sWnD7rGfLk4uEaP9";

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void whatTheCodeInAPictureSaysIsRead(String form) throws Exception {
    byte[] picture = file(code(LINK), form);

    assertThat(QrPicture.is(picture)).isTrue();
    assertThat(QrPicture.read(picture)).contains(LINK);
  }

  @Test
  void aPictureWithoutACodeSaysNothing() throws Exception {
    byte[] picture = file(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png");

    assertThat(QrPicture.read(picture)).isEmpty();
  }

  @Test
  void aPictureThatIsCutOffSaysNothing() throws Exception {
    byte[] picture = file(code(LINK), "png");

    assertThat(QrPicture.read(Arrays.copyOf(picture, picture.length / 3))).isEmpty();
  }

  @Test
  void aPictureThatSaysItIsImmenseIsNotUnpacked() throws Exception {
    byte[] picture = file(code(LINK), "png");
    // Width and height stand in the first chunk, behind signature, length and type.
    ByteBuffer.wrap(picture).putInt(16, 100_000).putInt(20, 100_000);
    var sum = new CRC32();
    sum.update(picture, 12, 17);
    ByteBuffer.wrap(picture).putInt(29, (int) sum.getValue());

    assertThat(QrPicture.read(picture)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "\u0089PNG", "GIF89a", "<svg/>"})
  void whatIsNoPictureIsNone(String file) {
    byte[] bytes = file.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    assertThat(QrPicture.read(bytes)).isEmpty();
  }

  private static BufferedImage code(String text) throws WriterException {
    BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400);
    var picture = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 400; x++) {
        picture.setRGB(x, y, modules.get(x, y) ? 0 : 0xffffff);
      }
    }
    return picture;
  }

  private static byte[] file(BufferedImage picture, String form) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, form, out);
    return out.toByteArray();
  }
}
