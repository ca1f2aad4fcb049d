package org.mikromerit.kit.sealing;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys that services share under ids, so that one can be replaced while what was made under it is
 * still on its way: first everybody is given the new key after the old one, then before it.
 */
public final class KeyRing {
  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9.+_-]{1,40})=([^,=]{43}=)");

  private final Map<String, byte[]> byId;

  private KeyRing(Map<String, byte[]> byId) {
    this.byId = byId;
  }

  /** One of the keys; {@code secret} is 32 bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and never given to anybody else.
  public record Key(String id, byte[] secret) {}

  /**
   * The keys of a setting: {@code <id>=<32 bytes in base64>}, several with commas between them.
   *
   * @param variable the environment variable's name, for whoever has to set it
   * @param keys its value; absent or empty is no key
   * @throws IllegalStateException if it is something else; the message says what to do
   */
  public static KeyRing ofSetting(String variable, Optional<String> keys) {
    Map<String, byte[]> byId = new LinkedHashMap<>();
    String all = keys.orElse("").replace(" ", "");
    for (String entry : all.isEmpty() ? new String[0] : all.split(",", -1)) {
      Matcher key = KEY.matcher(entry);
      if (!key.matches() || byId.put(key.group(1), decode(variable, key.group(2))) != null) {
        throw unusable(variable);
      }
    }
    return new KeyRing(byId);
  }

  /** The key under which new things are made, if there is any. */
  public Optional<Key> first() {
    return byId.entrySet().stream().findFirst().map(key -> new Key(key.getKey(), key.getValue()));
  }

  /** The key of an id, of whatever age. */
  public Optional<byte[]> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static byte[] decode(String variable, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      // Without the cause, which would repeat a part of the secret.
      throw unusable(variable);
    }
  }

  private static IllegalStateException unusable(String variable) {
    return new IllegalStateException(
        variable
            + " must be <id>=<32 bytes in base64>, several with commas between them and each id"
            + " once; make a key with: openssl rand -base64 32");
  }
}
