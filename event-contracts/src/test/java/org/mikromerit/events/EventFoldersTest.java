package org.mikromerit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventFoldersTest {

  @Test
  void everyTypeHasASchemaAndASampleAndNothingElseLiesBesideThem() throws Exception {
    List<String> wanted =
        Arrays.stream(EventType.values())
            .flatMap(
                type -> Stream.of(type.folder() + "/sample.json", type.folder() + "/schema.json"))
            .sorted()
            .toList();

    List<String> found = files(path -> path.endsWith(".json") && !path.equals("topics.json"));

    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void everyRecordOfAnEventIsRegisteredOnce() throws Exception {
    List<Class<?>> wanted =
        Arrays.stream(EventType.values()).<Class<?>>map(EventType::dataClass).toList();

    List<Class<?>> found =
        files(path -> path.endsWith(".class")).stream()
            .<Class<?>>map(EventFoldersTest::load)
            .filter(each -> EventData.class.isAssignableFrom(each) && !each.isInterface())
            .toList();

    assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void noTwoTypesShareAName() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::ceType)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(EventType.values()).map(EventType::folder)).doesNotHaveDuplicates();
  }

  private static List<String> files(Predicate<String> wanted) throws IOException {
    Path root = Contracts.folder();
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(each -> root.relativize(each).toString())
          .filter(wanted)
          .sorted()
          .toList();
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName("org.mikromerit.events." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
