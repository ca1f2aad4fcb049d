package org.mikromerit.journeys.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.mikromerit.platform.Folders;

/**
 * A fault in our own code: one place of a source is changed, and a service runs with it. Nothing of
 * the build is touched.
 *
 * @param source the file, from the checkout on
 * @param original what stands there once
 * @param instead what is to stand there
 */
record OwnFault(String service, String source, String original, String instead) {

  /** Has both of the service's instances run with it. */
  void plant(Fleet fleet) {
    List<Fleet.Instance> instances = Fleet.instances(service);
    instances.forEach(each -> fleet.process(each).stop());
    Path installed = installed(fleet.installation().home().folder("app"));
    Path classes = compiled(fleet.installation().folder(), installed);
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        replace(installed, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    instances.forEach(fleet::revive);
  }

  /** The copy of the build that this installation's service runs from. */
  private Path installed(Path apps) {
    try (Stream<Path> copies = Files.list(apps)) {
      return copies
          .filter(copy -> copy.getFileName().toString().startsWith(service + "-"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path compiled(Path checkout, Path installed) {
    try {
      String text = Files.readString(checkout.resolve(source), StandardCharsets.UTF_8);
      if (text.split(Pattern.quote(original), -1).length != 2) {
        throw new IllegalStateException(source + " does not have once: " + original);
      }
      Path folder = installed.resolveSibling("own-fault");
      Folders.delete(folder);
      Path changed = folder.resolve("source").resolve(Path.of(source).getFileName());
      Path classes = folder.resolve("classes");
      Files.createDirectories(changed.getParent());
      Files.createDirectories(classes);
      Files.writeString(changed, text.replace(original, instead));
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      int exit =
          compiler.run(
              null,
              null,
              null,
              "-proc:none",
              "-parameters",
              "-nowarn",
              "-d",
              classes.toString(),
              "-cp",
              classPath(installed),
              changed.toString());
      if (exit != 0) {
        throw new IllegalStateException(source + " does not compile with: " + instead);
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath(Path installed) {
    return jars(installed).map(Path::toString).collect(Collectors.joining(":"));
  }

  private static Stream<Path> jars(Path installed) {
    return Stream.of("app", "lib/main", "lib/boot")
        .map(installed::resolve)
        .flatMap(
            folder -> {
              try (Stream<Path> files = Files.list(folder)) {
                return files.toList().stream();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .filter(file -> file.toString().endsWith(".jar"));
  }

  /** What Quarkus changed while building comes before what it took from the modules. */
  private static void replace(Path installed, String name, byte[] compiled) throws IOException {
    Path transformed = installed.resolve("quarkus/transformed-bytecode.jar");
    boolean bean = replaceIn(transformed, name, withConstructorForProxies(compiled));
    boolean plain = false;
    for (Path jar : jars(installed).toList()) {
      plain |=
          jar.getFileName().toString().contains("mikromerit") && replaceIn(jar, name, compiled);
    }
    if (!bean && !plain) {
      throw new IllegalStateException(name + " is in no jar of " + installed);
    }
  }

  private static boolean replaceIn(Path jar, String name, byte[] compiled) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      Path entry = zip.getPath(name);
      if (!Files.exists(entry)) {
        return false;
      }
      Files.write(entry, compiled);
      return true;
    }
  }

  /** As Quarkus adds one to each bean that has none without parameters. */
  private static byte[] withConstructorForProxies(byte[] compiled) {
    ClassFile classFile = ClassFile.of();
    ClassModel model = classFile.parse(compiled);
    boolean there =
        model.methods().stream()
            .anyMatch(
                method ->
                    method.methodName().equalsString(ConstantDescs.INIT_NAME)
                        && method.methodTypeSymbol().parameterCount() == 0);
    if (there || model.superclass().isEmpty()) {
      return compiled;
    }
    return classFile.transformClass(
        model,
        ClassTransform.endHandler(
            type ->
                type.withMethodBody(
                    ConstantDescs.INIT_NAME,
                    ConstantDescs.MTD_void,
                    AccessFlag.PUBLIC.mask(),
                    code ->
                        code.aload(0)
                            .invokespecial(
                                model.superclass().orElseThrow().asSymbol(),
                                ConstantDescs.INIT_NAME,
                                ConstantDescs.MTD_void)
                            .return_())));
  }
}
